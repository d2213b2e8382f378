// SPDX-License-Identifier: Apache-2.0
// Random forms of a small grammar, with an evaluator of that grammar which shares no code with the product.
#pragma once

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "firmware/domain/form_binds.h"

namespace tertulia {

// `${reads} = 'wanted'`, or its opposite; all parts joined by "and", or by "or".
struct Part {
  std::size_t reads = 0;
  bool is_equal = true;
  std::string wanted;
};

struct RandomQuestion {
  std::string path;       // without "/data/"
  std::size_t group = 0;  // 0: none
  bool is_all = true;
  std::vector<Part> parts;  // none: always relevant
  bool is_sum = false;      // a calculation of those it reads
  std::vector<std::size_t> adds;
  bool has_required = false;    // while q0 is 'a'
  bool has_constraint = false;  // another answer than that of q0
};

struct RandomGroup {
  bool has_rule = false;
  Part rule;
};

// How a question stands, by the rules of this file alone. Others see `value`.
struct Standing {
  bool is_relevant = true;
  bool is_required = false;
  bool is_valid = true;
  std::string value;
};

// A form whose questions read questions of a lower rank, and stand in any order.
class RandomForm {
 public:
  explicit RandomForm(unsigned seed) : random_(seed) {
    const std::size_t count = 5 + pick(25);
    groups_.resize(1 + pick(4));
    for (std::size_t at = 0; at < count; ++at) questions_.push_back(make_question(at));
    for (std::size_t group = 1; group < groups_.size(); ++group) make_group(group);
    write_binds();
  }

  [[nodiscard]] const std::vector<Bind>& binds() const { return binds_; }
  [[nodiscard]] const std::vector<RandomQuestion>& questions() const { return questions_; }
  std::size_t pick(std::size_t below) { return random_() % below; }
  std::string pick_answer() { return std::vector<std::string>{"", "a", "b", "1", "2"}[pick(5)]; }

  // After these answers, by number of question.
  [[nodiscard]] std::vector<Standing> standing(const std::map<std::size_t, std::string>& answers) const {
    std::vector<Standing> all(questions_.size());
    for (std::size_t at = 0; at < questions_.size(); ++at) {
      const RandomQuestion& question = questions_[at];
      const RandomGroup& group = groups_[question.group];
      Standing& now = all[at];
      now.is_relevant = holds(question, all) && (!group.has_rule || holds(group.rule, all));
      if (!now.is_relevant) continue;
      std::size_t sum = 0;
      for (const std::size_t add : question.adds) sum += all[add].value.size();
      if (question.is_sum)
        now.value = std::to_string(sum);
      else if (const auto answer = answers.find(at); answer != answers.end())
        now.value = answer->second;
    }
    const std::string first = all.front().value;
    for (std::size_t at = 0; at < questions_.size(); ++at) {
      all[at].is_required = questions_[at].has_required && all[at].is_relevant && first == "a";
      all[at].is_valid = !questions_[at].has_constraint || all[at].value.empty() || all[at].value != first;
    }
    return all;
  }

 private:
  RandomQuestion make_question(std::size_t at) {
    RandomQuestion question;
    question.is_all = pick(2) == 0;
    question.is_sum = at > 2 && pick(4) == 0;
    for (std::size_t part = pick(4); at > 0 && part > 0; --part) question.parts.push_back(make_part(at));
    for (std::size_t part = 1 + pick(4); question.is_sum && part > 0; --part)
      question.adds.push_back(pick(at));
    return question;
  }

  Part make_part(std::size_t below) {
    Part part{pick(below), pick(3) > 0, pick_answer()};
    while (questions_[part.reads].is_sum && part.reads > 0) --part.reads;  // questions that are answered
    return part;
  }

  // The questions of a group have higher ranks than what the group reads.
  void make_group(std::size_t group) {
    const std::size_t from = 1 + pick(questions_.size() - 1);
    groups_[group].has_rule = pick(3) > 0;
    groups_[group].rule = make_part(from);
    for (std::size_t at = from; at < questions_.size(); ++at)
      if (pick(3) == 0 && questions_[at].group == 0) questions_[at].group = group;
  }

  static std::string text_of(const Part& part) {
    return "${q" + std::to_string(part.reads) + "}" + (part.is_equal ? " = '" : " != '") + part.wanted + "'";
  }

  Bind& add_bind(const std::string& path, NodeKind kind) {
    binds_.emplace_back();
    binds_.back().path = "/data/" + path;
    binds_.back().kind = kind;
    return binds_.back();
  }

  void write_binds() {
    std::vector<std::size_t> order;
    for (std::size_t at = 0; at < questions_.size(); ++at) order.push_back(at);
    std::shuffle(order.begin(), order.end(), random_);
    for (std::size_t group = 1; group < groups_.size(); ++group)
      if (Bind& bind = add_bind("g" + std::to_string(group), NodeKind::kGroup); groups_[group].has_rule)
        bind.relevant = text_of(groups_[group].rule);
    for (const std::size_t at : order) {
      RandomQuestion& question = questions_[at];
      question.path =
          (question.group > 0 ? "g" + std::to_string(question.group) + "/" : "") + "q" + std::to_string(at);
      Bind& bind = add_bind(question.path, NodeKind::kQuestion);
      for (const Part& part : question.parts)
        bind.relevant += (bind.relevant.empty() ? "" : question.is_all ? " and " : " or ") + text_of(part);
      for (const std::size_t add : question.adds)
        bind.calculation +=
            (bind.calculation.empty() ? "" : " + ") + ("string-length(${q" + std::to_string(add) + "})");
      question.has_required = pick(3) == 0;
      question.has_constraint = pick(3) == 0;
      if (question.has_required) bind.required = "${q0} = 'a'";
      if (question.has_constraint) bind.constraint = ". != ${q0}";
    }
  }

  static bool holds(const Part& part, const std::vector<Standing>& all) {
    return (all[part.reads].value == part.wanted) == part.is_equal;
  }
  static bool holds(const RandomQuestion& question, const std::vector<Standing>& all) {
    if (question.parts.empty()) return true;
    const auto is_true = [&](const Part& part) { return holds(part, all); };
    return question.is_all ? std::all_of(question.parts.begin(), question.parts.end(), is_true)
                           : std::any_of(question.parts.begin(), question.parts.end(), is_true);
  }

  std::mt19937 random_;
  std::vector<Bind> binds_;
  std::vector<RandomQuestion> questions_;
  std::vector<RandomGroup> groups_;
};

}  // namespace tertulia
