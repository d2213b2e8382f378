// SPDX-License-Identifier: Apache-2.0
// The attacker reads every report of the hub: after each answer, and whenever there are new numbers, also
// with another threshold, without the pack, and as a table.
#include <chrono>
#include <functional>

#include <gtest/gtest.h>

#include "hub/numbers/releases.h"
#include "hub/numbers/report.h"
#include "tests/domain/numbers/attacker.h"

namespace tertulia::hub {
namespace {

using numbers::attack;
using numbers::Shower;
using numbers::World;
using std::chrono::hours;

std::vector<Questionnaire> mood_form() {
  Question mood;
  mood.name = "mood";
  mood.kind = SelectOne{{{"bad", {}}, {"good", {}}}, ChoiceLook::kList};
  Questionnaire form;
  form.id = "pulse";
  form.pages.push_back({{}, {mood}});
  return {form};
}

struct Arrival {
  std::string session;
  hours at{};
};

Given given(const Arrival& arrival, std::size_t answer) {
  Given made;
  made.session = arrival.session;
  made.form = "pulse";
  made.answers = {{"mood", std::string(answer == 0 ? "bad" : "good")}};
  made.begin = WallTime(hours(0));
  return made;
}

using Look = std::function<std::string(std::vector<Given>&, const Progress&)>;

std::string every_report(std::vector<Given>& answers, const Progress& progress) {
  const bool is_new = cut_blocks(answers, progress);
  std::string seen = to_csv(make_report(answers, mood_form(), 5, progress));
  if (!is_new) return seen;
  seen += to_csv(make_report(answers, mood_form(), 6, progress));
  seen += to_text(make_report(answers, {}, 5, progress));
  return seen;
}

// As it was done before there were blocks: what there is, from k answers on.
std::string counts_from_k_on(std::vector<Given>& answers, const Progress&) {
  std::size_t good = 0;
  for (const Given& each : answers)
    good += each.answers.at("mood") == AnswerValue(std::string("good")) ? 1 : 0;
  return answers.size() < 5 ? "few;" : std::to_string(good) + " of " + std::to_string(answers.size()) + ";";
}

// All that is seen from the first answer to the last. Sessions begin at hour 0 and are over at hour 24.
Shower seen_by(const std::vector<Arrival>& arrivals, const Look& look) {
  return [arrivals, look](const World& world) {
    std::vector<Given> answers;
    std::string seen;
    for (std::size_t person = 0; person < world.size(); ++person) {
      answers.push_back(given(arrivals[person], world[person]));
      seen += look(answers, {WallTime(arrivals[person].at), {}, {}});
    }
    return seen + look(answers, {WallTime(hours(200)), {}, {}});
  };
}

std::vector<Arrival> arrivals(const std::vector<std::pair<std::string, std::size_t>>& in_time,
                              const std::vector<std::pair<std::string, std::size_t>>& late) {
  std::vector<Arrival> all;
  for (const auto& [session, people] : in_time) all.insert(all.end(), people, {session, hours(1)});
  for (const auto& [session, people] : late) all.insert(all.end(), people, {session, hours(30)});
  return all;
}

void expect_safe(const std::vector<Arrival>& all) {
  const auto verdict = attack({all.size(), 2}, 3, seen_by(all, every_report));
  EXPECT_TRUE(verdict.is_safe) << to_text(verdict);
  EXPECT_EQ(verdict.worlds, std::size_t{1} << all.size());
}

TEST(an_attacker_of_the_hub, learns_no_answer_from_all_reports_of_a_session_and_of_late_answers) {
  expect_safe(arrivals({{"opening", 10}}, {{"opening", 1}}));
}

TEST(an_attacker_of_the_hub, learns_no_answer_from_sessions_that_are_shown_together_and_from_totals) {
  expect_safe(arrivals({{"a", 4}, {"b", 3}, {"c", 3}}, {}));
}

TEST(an_attacker_of_the_hub, would_learn_answers_from_counts_that_begin_at_k) {
  const auto all = arrivals({{"opening", 10}}, {});
  EXPECT_FALSE(attack({all.size(), 2}, 0, seen_by(all, counts_from_k_on)).is_safe);
}

}  // namespace
}  // namespace tertulia::hub
