// SPDX-License-Identifier: Apache-2.0
// Random forms and random presses: what is recalculated is what a calculation from nothing gives, and
// relevance is what a small evaluator of this test says, which shares no code with the product.
#include <algorithm>
#include <map>
#include <random>

#include "tests/formats/expressions/small_form.h"

namespace tertulia::formats {
namespace {

// `${reads} = 'wanted'`, or its opposite; all parts joined by "and", or by "or".
struct Part {
  std::size_t reads = 0;
  bool is_equal = true;
  std::string wanted;
};

struct RandomQuestion {
  std::string path;
  std::size_t group = 0;  // 0: none
  bool is_all = true;
  std::vector<Part> parts;  // none: always relevant
  bool is_sum = false;      // a calculation of those it reads
  std::vector<std::size_t> adds;
};

struct RandomGroup {
  bool has_rule = false;
  Part rule;
};

// A form whose questions read questions of a lower rank, and stand in any order.
class RandomForm {
 public:
  explicit RandomForm(unsigned seed) : random_(seed) {
    const std::size_t count = 5 + pick(25);
    groups_.resize(1 + pick(4));
    for (std::size_t at = 0; at < count; ++at) questions_.push_back(make_question(at));
    for (std::size_t group = 1; group < groups_.size(); ++group) make_group(group);
    add_to_form();
  }

  SmallForm& form() { return form_; }
  [[nodiscard]] const std::vector<RandomQuestion>& questions() const { return questions_; }
  std::size_t pick(std::size_t below) { return random_() % below; }
  std::string pick_answer() { return std::vector<std::string>{"", "a", "b", "1", "2"}[pick(5)]; }

  // What others see of each question, by the rules of this test alone.
  [[nodiscard]] std::vector<bool> relevant(const std::map<std::size_t, std::string>& answers) const {
    std::vector<std::string> seen(questions_.size());
    std::vector<bool> all(questions_.size());
    for (std::size_t at = 0; at < questions_.size(); ++at) {
      const RandomQuestion& question = questions_[at];
      const RandomGroup& group = groups_[question.group];
      all[at] = holds(question, seen) && (!group.has_rule || holds(group.rule, seen));
      const auto answer = answers.find(at);
      if (all[at] && answer != answers.end()) seen[at] = answer->second;
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

  void add_to_form() {
    std::vector<std::size_t> order;
    for (std::size_t at = 0; at < questions_.size(); ++at) order.push_back(at);
    std::shuffle(order.begin(), order.end(), random_);
    for (std::size_t group = 1; group < groups_.size(); ++group)
      if (Bind& bind = form_.group("g" + std::to_string(group)); groups_[group].has_rule)
        bind.relevant = text_of(groups_[group].rule);
    for (const std::size_t at : order) {
      RandomQuestion& question = questions_[at];
      question.path =
          (question.group > 0 ? "g" + std::to_string(question.group) + "/" : "") + "q" + std::to_string(at);
      Bind& bind = form_.question(question.path);
      for (const Part& part : question.parts)
        bind.relevant += (bind.relevant.empty() ? "" : question.is_all ? " and " : " or ") + text_of(part);
      for (const std::size_t add : question.adds)
        bind.calculation +=
            (bind.calculation.empty() ? "" : " + ") + ("string-length(${q" + std::to_string(add) + "})");
      if (pick(3) == 0) bind.required = "${q0} = 'a'";
      if (pick(3) == 0) bind.constraint = ". != ${q0}";
    }
  }

  static bool holds(const Part& part, const std::vector<std::string>& seen) {
    return (seen[part.reads] == part.wanted) == part.is_equal;
  }
  static bool holds(const RandomQuestion& question, const std::vector<std::string>& seen) {
    if (question.parts.empty()) return true;
    const auto is_true = [&](const Part& part) { return holds(part, seen); };
    return question.is_all ? std::all_of(question.parts.begin(), question.parts.end(), is_true)
                           : std::any_of(question.parts.begin(), question.parts.end(), is_true);
  }

  std::mt19937 random_;
  SmallForm form_;
  std::vector<RandomQuestion> questions_;
  std::vector<RandomGroup> groups_;
};

std::vector<QuestionState> states(const RandomForm& form, FormLogic& logic) {
  std::vector<QuestionState> all;
  for (const RandomQuestion& question : form.questions()) all.push_back(state(logic, question.path));
  return all;
}

TEST(FormRobot, RandomPressesGiveWhatACalculationFromNothingGives) {
  for (unsigned seed = 1; seed <= 80; ++seed) {
    RandomForm form(seed);
    ASSERT_TRUE(form.form().faults().empty()) << seed << ": " << form.form().faults()[0].message;
    EvaluationContext context;
    FormLogic logic((form.form().logic(), form.form().rules()), context);
    std::map<std::size_t, std::string> answers;
    for (int press = 0; press < 25; ++press) {
      const std::size_t at = form.pick(form.questions().size());
      if (form.questions()[at].is_sum) continue;
      const auto before = states(form, logic);
      answers[at] = form.pick_answer();
      const ChangedPaths changed = set(logic, form.questions()[at].path, answers[at]);
      const auto after = states(form, logic);

      const std::vector<bool> relevant = form.relevant(answers);
      for (std::size_t q = 0; q < after.size(); ++q) {
        const std::string path = "/data/" + form.questions()[q].path;
        ASSERT_EQ(after[q].is_relevant, relevant[q]) << seed << " " << path;
        // Nothing changes without a word.
        const bool is_said = std::find(changed.begin(), changed.end(), path) != changed.end();
        ASSERT_TRUE(is_said || before[q] == after[q]) << seed << " " << path;
      }
      ASSERT_TRUE(logic.recalculate().empty()) << seed;
    }
    FormLogic again(form.form().rules(), context);
    for (auto answer = answers.rbegin(); answer != answers.rend(); ++answer)
      set(again, form.questions()[answer->first].path, answer->second);
    EXPECT_EQ(states(form, again), states(form, logic)) << seed;
  }
}

// A household whose people come, go and are answered at random; the sums are made by hand.
TEST(FormRobot, RandomRepetitionsGiveWhatTheirSumsAre) {
  SmallForm form;
  form.question("from").default_value = "18";
  form.repeat("person");
  form.question("person/years").default_value = "1";
  form.question("person/pay").relevant = "${years} >= ${from}";
  form.question("person/both").calculation = "coalesce(${years}, 0) + coalesce(${pay}, 0)";
  form.question("sum").calculation = "sum(${both})";
  form.question("paid").calculation = "count-non-empty(${pay})";
  form.question("line").calculation = "join(' ', ${years})";
  ASSERT_TRUE(form.faults().empty());
  std::mt19937 random(5);
  struct Person {
    int years = 1;
    int pay = 0;
  };
  for (int round = 0; round < 20; ++round) {
    FormLogic& logic = form.logic();
    std::vector<Person> people(1);
    int from = 18;
    for (int press = 0; press < 40; ++press) {
      const std::size_t who = people.empty() ? 0 : random() % people.size();
      const std::string path = "person[" + std::to_string(who + 1) + "]";
      const unsigned what = people.empty() ? 0 : random() % 6;
      if (what == 0) {
        ASSERT_TRUE(logic.add_repetition("/data/person"));
        people.emplace_back();
      } else if (what == 1) {
        ASSERT_TRUE(logic.remove_repetition("/data/" + path));
        people.erase(people.begin() + static_cast<std::ptrdiff_t>(who));
      } else if (what == 2) {
        from = static_cast<int>(random() % 40);
        set(logic, "from", std::to_string(from));
      } else if (what == 3) {
        people[who].pay = static_cast<int>(1 + random() % 100);
        set(logic, path + "/pay", std::to_string(people[who].pay));
      } else {
        people[who].years = static_cast<int>(random() % 60);
        set(logic, path + "/years", std::to_string(people[who].years));
      }
      int sum = 0;
      int paid = 0;
      std::string line;
      for (const Person& person : people) {
        const bool is_paid = person.years >= from && person.pay > 0;
        sum += person.years + (is_paid ? person.pay : 0);
        paid += is_paid ? 1 : 0;
        line += (&person == &people.front() ? "" : " ") + std::to_string(person.years);
      }
      ASSERT_EQ(value(logic, "sum"), std::to_string(sum)) << round << " " << press;
      ASSERT_EQ(value(logic, "paid"), std::to_string(paid)) << round << " " << press;
      ASSERT_EQ(value(logic, "line"), line) << round << " " << press;
      ASSERT_TRUE(logic.recalculate().empty()) << round << " " << press;
    }
  }
}

}  // namespace
}  // namespace tertulia::formats
