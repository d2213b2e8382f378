// SPDX-License-Identifier: Apache-2.0
// The attacker reads every report of the hub: after each answer, and whenever there are new numbers, also
// with another threshold, without the pack, and as a table.
#include <chrono>
#include <functional>

#include <gtest/gtest.h>

#include "firmware/domain/numbers/disclosure.h"
#include "hub/numbers/releases.h"
#include "hub/numbers/report.h"
#include "hub/numbers/room_blocks.h"
#include "tests/domain/numbers/attacker.h"
#include "tests/hub/events.h"

namespace tertulia::hub {
namespace {

using numbers::attack;
using numbers::Shower;
using numbers::World;
using std::chrono::hours;

struct Coming {
  std::string session;
  hours at{};
};

Given given(const Coming& arrival, std::size_t answer) {
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
Shower seen_by(const std::vector<Coming>& arrivals, const Look& look) {
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

std::vector<Coming> arrivals(const std::vector<std::pair<std::string, std::size_t>>& in_time,
                             const std::vector<std::pair<std::string, std::size_t>>& late) {
  std::vector<Coming> all;
  for (const auto& [session, people] : in_time) all.insert(all.end(), people, {session, hours(1)});
  for (const auto& [session, people] : late) all.insert(all.end(), people, {session, hours(30)});
  return all;
}

void expect_safe(const std::vector<Coming>& all) {
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

// A kiosk has shown its room what may be said of these people, with exact numbers at the end.
std::string shown_in_room(const World& world, std::size_t from, std::size_t to) {
  numbers::Tally tally{to - from, to - from, numbers::Counting::kOneOf, {}};
  for (std::size_t person = from; person < to; ++person)
    ++tally.counts[{static_cast<double>(world[person]), std::to_string(world[person])}];
  std::string text;
  for (const numbers::Line& line : disclose(tally, {}).lines)
    text += line.value.text + (line.bound == numbers::Bound::kExactly ? "=" : ">") +
            std::to_string(line.count) + ";";
  return text + "|";
}

// People at a kiosk that has cut the first ten into a block. The last `missing` of these never reach
// the hub, the others do, and the hub makes reports.
Shower beside_a_room(bool is_told_of_block, std::size_t missing) {
  return [=](const World& world) {
    std::vector<Given> answers;
    event::AnswersReleased released{"pulse", PublicId::received("opening"), {}};
    for (std::size_t person = 0; person < world.size(); ++person) {
      if (person < 10) released.answers.push_back(submission_id(person));
      if (person < 10 && person >= 10 - missing) continue;
      answers.push_back(given({"opening", hours(1)}, world[person]));
      answers.back().id = submission_id(person).text();
    }
    if (is_told_of_block) RoomBlocks(answers).add("", released);
    return shown_in_room(world, 0, 10) + every_report(answers, {WallTime(hours(200)), {}, {}});
  };
}

TEST(an_attacker_of_the_hub, who_saw_the_numbers_of_a_room_learns_nothing_from_reports_with_the_same_blocks) {
  for (const std::size_t missing : {0U, 1U}) {
    const auto verdict = attack({11, 2}, 3, beside_a_room(true, missing));
    EXPECT_TRUE(verdict.is_safe) << missing << ": " << to_text(verdict);
  }
}

TEST(an_attacker_of_the_hub,
     who_saw_the_numbers_of_a_room_would_learn_answers_from_reports_with_other_blocks) {
  for (const std::size_t missing : {0U, 1U})
    EXPECT_FALSE(attack({11, 2}, 0, beside_a_room(false, missing)).is_safe) << missing;
}

TEST(an_attacker_of_the_hub, would_learn_answers_from_counts_that_begin_at_k) {
  const auto all = arrivals({{"opening", 10}}, {});
  EXPECT_FALSE(attack({all.size(), 2}, 0, seen_by(all, counts_from_k_on)).is_safe);
}

}  // namespace
}  // namespace tertulia::hub
