// SPDX-License-Identifier: Apache-2.0
// The logic of a form for one respondent: answers go in, and out comes what is asked, required, valid and
// calculated. A change applies only the rules that it reaches, each once, those first that others read.
//
// What is not relevant is to all other expressions as if it were absent (JavaRosa and Enketo agree, the
// specification leaves it open): its text is empty, and sum(), count(), max(), join() and their like pass
// over it. Its value is kept, and is back when it becomes relevant again. A group that is not relevant makes
// all inside so.
//
// A rule that cannot be evaluated harms nobody: the question is asked, the answer is valid, the calculation
// is empty. One thread; the rules must outlive it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "firmware/formats/expressions/evaluator.h"
#include "firmware/formats/expressions/form_rules.h"
#include "firmware/formats/expressions/text_template.h"

namespace tertulia::formats {

struct QuestionState {
  bool is_relevant = true;
  bool is_required = false;  // only while it is relevant
  bool is_read_only = false;
  bool is_valid = true;  // by its constraint; an empty answer is
  std::string value;     // empty while it is not relevant
  friend bool operator==(const QuestionState&, const QuestionState&) = default;
};

// Paths of what has another state, or other choices, than before; each once.
using ChangedPaths = std::vector<std::string>;

class FormLogic {
 public:
  static constexpr std::size_t kMostRepetitions = 1000;  // of one repeat
  static constexpr std::size_t kMostApplications = 50;   // of a rule to a node by one change, on average
  static constexpr unsigned long kMostOperationsOfChange = 10'000'000;
  static constexpr std::size_t kMostPlanned = 1'000'000;  // applications that one change asks for

  // A respondent who has not answered anything: defaults are in, calculations are made.
  FormLogic(const FormRules& rules, EvaluationContext context);
  FormLogic(const FormLogic&) = delete;  // its evaluator knows where its answers are
  FormLogic& operator=(const FormLogic&) = delete;

  // Paths as "/data/household[2]/name". The value is that of the XForm: "red blue", "2027-05-11", "3.5".
  // Errors: no such question; a value of more than kLongestValue bytes, or with a zero byte.
  [[nodiscard]] Result<ChangedPaths> set(std::string_view path, std::string value);
  // At the end; the path of the repeat, as "/data/household" or "/data/household[2]/person". Errors: no such
  // repeat; its count is calculated; too many.
  [[nodiscard]] Result<ChangedPaths> add_repetition(std::string_view repeat);
  // The path of the repetition, "/data/household[2]". Errors: there is none; its count is calculated.
  [[nodiscard]] Result<ChangedPaths> remove_repetition(std::string_view repetition);
  // The time has changed: applies the rules that call now() and today().
  ChangedPaths refresh(WallTime now);
  // The language has changed: words and labels; applies all rules.
  ChangedPaths set_words(CalendarWords words);
  // Applies all rules that do not depend on chance. Changes nothing, unless this class has a fault.
  ChangedPaths recalculate();

  [[nodiscard]] std::optional<QuestionState> state(std::string_view path);
  [[nodiscard]] std::size_t repetitions(std::string_view repeat);
  // Whether one more repetition would be relevant. A repeat with none decides it from where it stands.
  [[nodiscard]] bool is_next_relevant(std::string_view repeat);
  // The rows of the question's list that its filter passes, in their order, shuffled when the form says so.
  // Empty for a question without a list.
  [[nodiscard]] Result<std::vector<RowNumber>> choices(std::string_view path);
  // A text of the question, with the answers put in.
  [[nodiscard]] std::string text(const TextTemplate& text, std::string_view path);

  // What went wrong while rules were applied: at most kMostFaults sentences, each once.
  static constexpr std::size_t kMostFaults = 20;
  [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }

 private:
  struct Task {
    std::size_t rank = 0;
    std::uint64_t place = 0;  // in the document
    std::size_t rule = 0;
    InstanceNode* node = nullptr;
    friend auto operator<=>(const Task&, const Task&) = default;
  };

  void begin(InstanceNode& node);
  void plan(std::size_t rule, InstanceNode& node);
  void plan_all(InstanceNode& node, bool is_new);
  void plan_dependents(InstanceNode& changed);
  void plan_readers_of_all(InstanceNode& node);
  ChangedPaths run();
  void apply(const Rule& rule, InstanceNode& node);
  void update_relevance(InstanceNode& node);
  void set_value(InstanceNode& node, std::string value);
  void set_flag(bool& flag, bool value, const InstanceNode& node);
  [[nodiscard]] std::pair<InstanceNode*, std::optional<SchemaId>> find_repeat(std::string_view path);
  void set_repetitions(InstanceNode& parent, SchemaId repeat, const Value& wanted);
  InstanceNode* grow(InstanceNode& parent, SchemaId repeat);
  void shrink(InstanceNode& parent, SchemaId repeat, std::size_t position);
  std::string written(const Value& value, ValueKind kind) const;
  void note(const InstanceNode& node, std::string message);
  std::optional<std::vector<RowNumber>> indexed_rows(const ChoiceRules& choices, InstanceNode& node);

  const FormRules* rules_;
  Instance instance_;
  std::unique_ptr<Evaluator> evaluator_;
  std::set<Task> tasks_;
  std::set<const InstanceNode*> changed_;
  std::vector<std::string> faults_;
  std::size_t repetitions_ = 0;  // of all repeats
  std::size_t planned_ = 0;      // since the last change was done
};

}  // namespace tertulia::formats
