// SPDX-License-Identifier: Apache-2.0
// What is said of where an answer comes from is shared by at least k people, also by what is not said.
#include "firmware/formats/answers_export/places.h"

#include <random>

#include "tests/formats/answers_export/survey.h"

namespace tertulia::formats {
namespace {

class Crowd {
 public:
  void add(int people, const std::string& session, const std::string& language) {
    for (int person = 0; person < people; ++person) {
      StoredSubmission one = stored(static_cast<int>(people_.size()), form_, {});
      one.submission.session = session;
      one.submission.language = language;
      people_.push_back(std::move(one));
    }
  }
  // How many people share each place that is said: "opening/en".
  [[nodiscard]] std::map<std::string, std::size_t> told() const {
    Places places{numbers::Threshold()};
    for (const StoredSubmission& one : people_) places.count(one);
    places.decide();
    std::map<std::string, std::size_t> told;
    for (const StoredSubmission& one : people_) {
      const ExportedPlace place = places.place_of(one);
      EXPECT_EQ(place.session == kWithheld, place.room == kWithheld);
      EXPECT_EQ(place.session == kWithheld, place.time == kWithheld);
      ++told[place.session + "/" + place.language];
    }
    return told;
  }

 private:
  Questionnaire form_ = first_version();
  std::vector<StoredSubmission> people_;
};
using Told = std::map<std::string, std::size_t>;

TEST(places_of_answers, are_said_of_five_people_and_withheld_of_four) {
  Crowd crowd;
  crowd.add(5, "opening", "en");
  EXPECT_EQ(crowd.told(), (Told{{"opening/en", 5}}));
  Crowd few;
  few.add(4, "opening", "en");
  EXPECT_EQ(few.told(), (Told{{"(withheld)/(withheld)", 4}}));
}

TEST(places_of_answers, say_no_language_that_few_in_a_session_speak) {
  Crowd crowd;
  crowd.add(20, "opening", "en");
  crowd.add(6, "opening", "fr");
  crowd.add(1, "opening", "am");
  EXPECT_EQ(crowd.told(), (Told{{"opening/en", 20}, {"opening/(withheld)", 7}}))
      << "the one is not alone among those of whom nothing is said";
}

TEST(places_of_answers, of_a_small_session_are_withheld_with_those_of_the_next_smallest) {
  Crowd crowd;
  crowd.add(3, "opening", "en");
  crowd.add(8, "budget", "en");
  crowd.add(30, "closing", "en");
  EXPECT_EQ(crowd.told(), (Told{{"(withheld)/en", 11}, {"closing/en", 30}}));
}

TEST(places_of_answers, are_shared_by_five_in_every_crowd_of_five_and_more) {
  std::mt19937 random(7);
  for (int turn = 0; turn < 500; ++turn) {
    Crowd crowd;
    crowd.add(5, "opening", "en");
    for (int part = 0; part < 8; ++part)
      crowd.add(std::uniform_int_distribution<int>(0, 9)(random),
                part % 2 == 0 ? "opening" : "budget" + std::to_string(part),
                std::string(1, static_cast<char>('a' + random() % 3)));
    for (const auto& [place, people] : crowd.told()) EXPECT_GE(people, 5U) << place;
  }
}

}  // namespace
}  // namespace tertulia::formats
