// SPDX-License-Identifier: Apache-2.0
// What somebody learns who takes the card: the file, its write-ahead log and its index, as bytes. Until the
// grace period is over, in which order people answered, and never when. Afterwards neither.
#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "tests/drivers/sqlite/samples.h"

namespace tertulia {
namespace {

using testing::IsEmpty;

constexpr std::uint8_t kPeople = 30;

// As SQLite writes a number of so many bytes.
std::string big_endian(std::int64_t number, std::size_t bytes) {
  std::string text;
  for (std::size_t i = bytes; i > 0; --i) text += static_cast<char>((number >> (8 * (i - 1))) & 0xFF);
  return text;
}

class side_files : public testing::Test {
 protected:
  [[nodiscard]] std::string bytes(const char* ending) const { return bytes_of(folder_.file() + ending); }
  [[nodiscard]] std::string all_bytes() const { return bytes("") + bytes("-wal") + bytes("-shm"); }

  [[nodiscard]] static EventTime at(int person) {
    EventTime time = at_tap();
    time.now.wall += std::chrono::seconds(13 * person);
    time.now.boot =
        std::chrono::days(30) + std::chrono::milliseconds(5'025'678) + std::chrono::seconds(13 * person);
    return time;
  }
  // One after the other, with a draft before; the screen thanks each.
  void answer_all() {
    std::shuffle(people_.begin(), people_.end(), std::mt19937(3));
    for (std::size_t i = 0; i < people_.size(); ++i) {
      ASSERT_TRUE(store().save_draft(submission(people_[i], "half a wish")).ok());
      ASSERT_TRUE(store().close_submission(submitted(people_[i], "my wish"), at(static_cast<int>(i))).ok());
      ASSERT_TRUE(store().thanked(id_of(people_[i])).ok());
    }
  }
  void give_all_receipts() {
    Ack ack = ack_for(store(), kPeople);
    ASSERT_TRUE(store().acknowledge(ack, at(kPeople).now).ok());
  }
  void let_the_grace_period_pass() {
    Now later = at(kPeople).now;
    later.boot += std::chrono::hours(60);
    later.wall += std::chrono::hours(60);
    for (bool more = true; more;) more = store().purge(later).value();
  }
  // In the order in which they first stand there; those that do not are left out.
  [[nodiscard]] std::vector<std::uint8_t> as_they_lie(const std::string& bytes) const {
    std::vector<std::pair<std::size_t, std::uint8_t>> places;
    for (const std::uint8_t person : people_)
      if (const auto place = bytes.find(id_of(person).text()); place != std::string::npos)
        places.emplace_back(place, person);
    std::sort(places.begin(), places.end());
    std::vector<std::uint8_t> order;
    for (const auto& [place, person] : places) order.push_back(person);
    return order;
  }
  // Pairs that answered one after the other and lie beside each other so, forwards or backwards. Of a random
  // order there are about two.
  [[nodiscard]] std::size_t pairs_as_they_came(const std::vector<std::uint8_t>& order) const {
    const auto place_of = [&](std::uint8_t person) {
      return std::find(people_.begin(), people_.end(), person) - people_.begin();
    };
    std::size_t pairs = 0;
    for (std::size_t i = 1; i < order.size(); ++i)
      pairs += std::abs(place_of(order[i]) - place_of(order[i - 1])) == 1 ? 1 : 0;
    return pairs;
  }
  [[nodiscard]] Store& store() { return *opened_.store; }

  Folder folder_;
  FakeDevice device_;
  SqliteStore::Opened opened_ = SqliteStore::open(folder_.file(), options_with(device_)).value();
  std::vector<std::uint8_t> people_ = [] {
    std::vector<std::uint8_t> people;
    for (std::uint8_t person = 1; person <= kPeople; ++person) people.push_back(person);
    return people;
  }();
};

TEST_F(side_files, no_time_of_an_answer_is_in_them_at_any_time) {
  std::string seen;
  answer_all();
  seen += all_bytes();
  give_all_receipts();
  seen += all_bytes();
  for (int person = 0; person <= kPeople; ++person) {
    const Now now = at(person).now;
    const std::int64_t wall = now.wall.time_since_epoch().count();
    const std::int64_t boot = std::chrono::floor<Milliseconds>(now.boot).count();
    for (const std::string& time : {to_rfc3339(now.wall).substr(11, 8), std::to_string(wall),
                                    std::to_string(boot), big_endian(wall, 6), big_endian(boot, 6)})
      EXPECT_EQ(seen.find(time), std::string::npos) << person << ": " << time;
  }
  // It would be found: the time of the session is.
  EXPECT_NE(seen.find(big_endian(kSessionLabel.time_since_epoch().count(), 6)), std::string::npos);
}

TEST_F(side_files, until_the_grace_period_is_over_the_log_has_the_order_of_the_answers) {
  answer_all();
  EXPECT_EQ(as_they_lie(bytes("-wal")), people_);
}

TEST_F(side_files, afterwards_the_log_is_empty_and_no_answer_is_anywhere) {
  answer_all();
  give_all_receipts();
  let_the_grace_period_pass();
  EXPECT_THAT(bytes("-wal"), IsEmpty());
  for (const char* text : {"my wish", "half a wish", "unthanked:"})
    EXPECT_EQ(all_bytes().find(text), std::string::npos) << text;
}

// The cells of a page lie as they were written, whatever the order of its index is.
TEST_F(side_files, afterwards_the_ids_do_not_lie_as_people_came) {
  answer_all();
  give_all_receipts();
  let_the_grace_period_pass();
  const auto order = as_they_lie(bytes(""));
  EXPECT_EQ(order.size(), people_.size()) << "each id is known for ever";
  EXPECT_LE(pairs_as_they_came(order), kPeople / 4U);
}

}  // namespace
}  // namespace tertulia
