// SPDX-License-Identifier: Apache-2.0
// The columns of all answers to one form, in all its versions: united by path and type, in the order of the
// newest version. No answer is without a column: what no version knows has one under its own name.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "firmware/domain/questionnaire.h"
#include "firmware/domain/submission.h"
#include "firmware/formats/answers_export/answer_types.h"

namespace tertulia::formats {

// The columns that say where an answer comes from are named like this, as KoboToolbox names them. A question
// of such a name gets its type behind it.
inline constexpr std::array kSubmissionColumns = {  // of the form's own sheet
    "_id",      "_uuid", "_submission_time", "_status", "__version__", "_form", "_form_hash",
    "_session", "_room", "_language",        "_index"};
inline constexpr std::array kSubmissionNames = {"_xform_id_string", "meta/instanceID"};  // in JSON, too
inline constexpr std::array kRepetitionColumns = {  // of the sheet of a repeat
    "_index",
    "_parent_table_name",
    "_parent_index",
    "_submission__id",
    "_submission__uuid",
    "_submission__submission_time",
    "_submission__status",
    "_submission___version__"};

struct AnswerColumn {
  std::string path;    // "group/age"; of what no version knows: the name of the answer
  std::string header;  // unique in its sheet: the path, or "group/age (text)" beside a column of that path
  std::string type;    // see type_of(); "calculate"
  AnswerShape shape = AnswerShape::kText;
  std::size_t sheet = 0;
  const Question* question = nullptr;   // as the newest version that has it asks it; null: nobody is asked
  std::vector<Choice> choices = {};     // of all versions, then those that only answers name
  std::vector<std::size_t> versions{};  // that have it, the newest first

  // A column for each choice would be too many columns.
  [[nodiscard]] bool can_be_split() const;
};

struct AnswerSheet {
  std::string path;                       // of its repeat, "group/house"; of the form itself empty
  std::size_t parent = 0;                 // of the form itself: 0
  std::size_t depth = 0;                  // so many repeats
  std::vector<std::size_t> columns = {};  // in order
};

struct AnswerPlace {
  std::size_t column = 0;
  std::vector<std::size_t> repetitions;  // as many as the depth of its sheet
};

class AnswerTable {
 public:
  static constexpr std::size_t kMostSplit = 1'000;  // choices that get a column each

  // All known versions of one form, the oldest first; they must outlive it.
  explicit AnswerTable(std::vector<const Questionnaire*> versions);

  // Before anything is written, each submission has to be seen: it may have answers that no version knows.
  void see(const Submission& submission);

  [[nodiscard]] const std::vector<const Questionnaire*>& versions() const { return versions_; }
  [[nodiscard]] const std::vector<AnswerSheet>& sheets() const { return sheets_; }
  [[nodiscard]] const std::vector<AnswerColumn>& columns() const { return columns_; }

  // None: nobody knows it. It is a position in versions().
  [[nodiscard]] std::optional<std::size_t> version_of(const Submission& submission) const;
  // None only of what has not been seen.
  [[nodiscard]] std::optional<AnswerPlace> place_of(std::optional<std::size_t> version,
                                                    const std::string& name, const AnswerValue& answer) const;

 private:
  struct Item;
  using Names = std::map<std::string, std::vector<std::size_t>, std::less<>>;  // of questions, to columns

  [[nodiscard]] std::vector<Item> items_of(std::size_t version);
  void add_version(std::size_t version);
  std::size_t add_column(AnswerColumn column);
  std::size_t column_of(const Item& item, std::size_t version);
  std::size_t sheet_around(const Questionnaire& form, std::string_view path);
  [[nodiscard]] std::optional<AnswerPlace> known_place(const Names& names, const std::string& name,
                                                       const AnswerValue& answer) const;
  void see_choices(std::size_t column, const AnswerValue& answer);

  std::vector<const Questionnaire*> versions_;
  std::vector<AnswerSheet> sheets_{{}};
  std::vector<AnswerColumn> columns_;
  std::vector<std::set<std::string, std::less<>>> choice_names_;  // of each column
  std::vector<std::set<std::string>> headers_{{}};                // of each sheet
  std::vector<Names> names_;                                      // of each version
  Names all_names_;
  std::map<std::pair<std::string, AnswerShape>, std::size_t> unknown_;
  std::map<std::pair<std::string, std::string>, std::size_t> known_;  // by path and type, with the sheet
};

}  // namespace tertulia::formats
