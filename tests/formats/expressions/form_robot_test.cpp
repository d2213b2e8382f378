// SPDX-License-Identifier: Apache-2.0
// Random forms and random presses: what is recalculated is what a calculation from nothing gives, and all
// stands as the small evaluator of random_form.h says.
#include <algorithm>
#include <map>
#include <random>

#include "tests/formats/expressions/random_form.h"
#include "tests/formats/expressions/small_form.h"

namespace tertulia::formats {
namespace {

std::vector<QuestionState> states(const RandomForm& form, FormLogic& logic) {
  std::vector<QuestionState> all;
  for (const RandomQuestion& question : form.questions()) all.push_back(state(logic, question.path));
  return all;
}

TEST(FormRobot, RandomPressesGiveWhatACalculationFromNothingGives) {
  for (unsigned seed = 1; seed <= 80; ++seed) {
    RandomForm form(seed);
    SmallForm small(form.binds());
    ASSERT_TRUE(small.faults().empty()) << seed << ": " << small.faults()[0].message;
    FormLogic logic((small.logic(), small.rules()), {});
    std::map<std::size_t, std::string> answers;
    for (int press = 0; press < 25; ++press) {
      const std::size_t at = form.pick(form.questions().size());
      if (form.questions()[at].is_sum) continue;
      const auto before = states(form, logic);
      answers[at] = form.pick_answer();
      const ChangedPaths changed = set(logic, form.questions()[at].path, answers[at]);
      const auto after = states(form, logic);

      const std::vector<Standing> standing = form.standing(answers);
      for (std::size_t q = 0; q < after.size(); ++q) {
        const std::string path = "/data/" + form.questions()[q].path;
        ASSERT_EQ(after[q].is_relevant, standing[q].is_relevant) << seed << " " << path;
        ASSERT_EQ(after[q].is_required, standing[q].is_required) << seed << " " << path;
        ASSERT_EQ(after[q].is_valid, standing[q].is_valid) << seed << " " << path;
        ASSERT_EQ(after[q].value, standing[q].value) << seed << " " << path;
        // Nothing changes without a word.
        const bool is_said = std::find(changed.begin(), changed.end(), path) != changed.end();
        ASSERT_TRUE(is_said || before[q] == after[q]) << seed << " " << path;
      }
      ASSERT_TRUE(logic.recalculate().empty()) << seed;
    }
    FormLogic again(small.rules(), {});
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
