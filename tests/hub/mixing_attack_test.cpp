// SPDX-License-Identifier: Apache-2.0
// Somebody copies the database at each commit, with all its side files and without the keys, and says of each
// answer which device brought it in which second. What the attack finds when answers are stored beside their
// marks (as an import still does, which has nothing to hide) shows that it works.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/store/database.h"
#include "tests/hub/events.h"
#include "tests/hub/test_database.h"

namespace tertulia::hub {
namespace {

constexpr std::size_t kAnswers = 60;
constexpr std::size_t kDevices = 6;
constexpr auto kLookEach = std::chrono::minutes(1);  // as the hub does
constexpr auto kSecondsBetween = std::chrono::seconds(7);

// Which device, and when: as the marks of the devices tell it.
using Mark = std::pair<std::string, std::string>;
using Marks = std::vector<Mark>;              // of each commit that brought one
using Guesses = std::map<std::string, Mark>;  // by the id of the answer

// One answer after the other; `seen` is called after each commit.
class Visit {
 public:
  Visit(const TestDatabase& file, Source source) : file_(file), source_(source) {}

  void go(const std::function<void()>& seen) {
    auto database = Database::open(file_.name()).value();
    WallTime now = wall_from_rfc3339("2027-05-11T15:00:00Z").value();
    WallTime looked = now;
    std::map<std::string, std::uint64_t> rows;
    std::mt19937_64 luck(7);
    for (std::size_t i = 0; i < kAnswers; ++i, now += kSecondsBetween) {
      const std::string device = "kiosk-" + std::to_string(luck() % kDevices);
      const Submission given = submission(luck());
      truth_[given.id.text()] = {device, to_rfc3339(now)};
      const Message message =
          message_of({{"demo", device}, "e1"}, ++rows[device], event::FeedbackSubmitted{given});
      ASSERT_TRUE(database.store({{sort_message(message)}}, now, source_).ok());
      seen();
      if (now - looked < kLookEach) continue;
      looked = now;
      ASSERT_TRUE(database.mix(now).ok());
      seen();
    }
    ASSERT_TRUE(database.mix(now + std::chrono::hours(6)).ok());
    seen();
  }

  [[nodiscard]] std::size_t hits(const Guesses& guesses) const {
    std::size_t hits = 0;
    for (const auto& [id, mark] : guesses) hits += truth_.at(id) == mark ? 1 : 0;
    return hits;
  }
  [[nodiscard]] std::size_t device_hits(const Guesses& guesses) const {
    std::size_t hits = 0;
    for (const auto& [id, mark] : guesses) hits += truth_.at(id).first == mark.first ? 1 : 0;
    return hits;
  }
  [[nodiscard]] std::vector<std::string> ids() const {
    std::vector<std::string> all;
    for (const auto& [id, mark] : truth_) all.push_back(id);
    return all;
  }

 private:
  const TestDatabase& file_;
  const Source source_;
  Guesses truth_;
};

class mixing_attack : public testing::TestWithParam<Kind> {
 protected:
  // Of another visit than the last one.
  void begin() {
    reader_.reset();
    file_.make_again();
    marks_.clear();
    claimed_ = 0;
  }
  [[nodiscard]] Sql& reader() {
    if (!reader_) reader_ = Sql::open(file_.name(), OpenMode::kReadOnly).value();
    return *reader_;
  }
  // The device that was heard last.
  [[nodiscard]] Mark last_mark() {
    Mark mark;
    EXPECT_TRUE(reader()
                    .query("SELECT device, last_seen FROM device ORDER BY last_seen DESC LIMIT 1", {},
                           [&](const SqlRow& row) {
                             mark = {row.text(0), row.text(1)};
                             return Done{};
                           })
                    .ok());
    return mark;
  }
  [[nodiscard]] std::vector<std::string> texts(const std::string& query) {
    std::vector<std::string> all;
    EXPECT_TRUE(reader()
                    .query(query, {},
                           [&](const SqlRow& row) {
                             all.push_back(row.text(0));
                             return Done{};
                           })
                    .ok());
    return all;
  }
  void note_mark() {
    const Mark mark = last_mark();
    if (marks_.empty() || marks_.back() != mark) marks_.push_back(mark);
  }
  // Those that came in sight with a commit are of the marks that nobody has claimed yet, oldest first: where
  // each commit shows one, that is its own mark.
  void claim(const std::vector<std::string>& fresh, Guesses& guesses) {
    for (const std::string& id : fresh)
      if (!guesses.contains(id) && claimed_ < marks_.size()) guesses[id] = marks_[claimed_++];
  }
  void tell(const char* attack, Source source, std::size_t hits) const {
    std::cout << attack << (source == Source::kFile ? ", beside the marks: " : ", mixed: ") << hits << " of "
              << kAnswers << " right\n";
  }

  TestDatabase file_{GetParam()};
  std::unique_ptr<Sql> reader_;
  Marks marks_;
  std::size_t claimed_ = 0;
};

// Of a random order of n, one is in its place on average, whatever n is: so many per batch are chance.
constexpr std::size_t kMostBatches = 3;
constexpr std::size_t kChance = 3 * kMostBatches;

// What anybody can do who may read the tables: also a subscriber to the changes of a server, in their order.
TEST_P(mixing_attack, the_order_in_which_answers_come_in_sight_tells_no_device_and_no_second) {
  for (const Source source : {Source::kFile, Source::kBroker}) {
    begin();
    Visit visit(file_, source);
    Guesses guesses;
    std::size_t batches = 0;
    visit.go([&] {
      note_mark();
      const std::size_t before = guesses.size();
      claim(texts("SELECT id FROM feedback"), guesses);
      batches += guesses.size() > before ? 1 : 0;
    });
    ASSERT_EQ(guesses.size(), kAnswers);
    tell("order of commits", source, visit.hits(guesses));
    if (source == Source::kFile) {
      EXPECT_EQ(visit.hits(guesses), kAnswers);
      continue;
    }
    EXPECT_LE(batches, kMostBatches);
    EXPECT_LE(visit.hits(guesses), kChance);
    EXPECT_LE(visit.device_hits(guesses), 2 * kAnswers / kDevices);
  }
}

INSTANTIATE_TEST_SUITE_P(both, mixing_attack, kBoth, name_of);

// The bytes of the file, its write-ahead log and its index, at each commit.
class mixing_attack_on_a_file : public mixing_attack {
 protected:
  [[nodiscard]] std::string bytes() const {
    std::string all;
    for (const char* ending : {"", "-wal", "-shm"}) {
      std::ifstream file(file_.name() + ending, std::ios::binary);
      all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
  }
};

TEST_P(mixing_attack_on_a_file, its_side_files_tell_no_device_and_no_second) {
  for (const Source source : {Source::kFile, Source::kBroker}) {
    begin();
    Visit visit(file_, source);
    Guesses guesses;
    std::vector<std::string> copies;
    visit.go([&] {
      note_mark();
      copies.push_back(bytes());
    });
    // All at the end, when the ids are known.
    const auto ids = visit.ids();
    std::size_t arrived = 0;
    for (const std::string& copy : copies) {
      std::vector<std::string> fresh;
      for (const std::string& id : ids)
        if (!guesses.contains(id) && copy.find(id) != std::string::npos) fresh.push_back(id);
      claim(fresh, guesses);
      arrived += fresh.size();
    }
    EXPECT_EQ(arrived, kAnswers);
    tell("bytes of the files", source, visit.hits(guesses));
    if (source == Source::kFile)
      EXPECT_EQ(visit.hits(guesses), kAnswers);
    else
      EXPECT_LE(visit.hits(guesses), kChance);
  }
}

TEST_P(mixing_attack_on_a_file, nothing_of_an_answer_is_in_it_before_it_is_mixed) {
  auto database = Database::open(file_.name()).value();
  Submission given = submission(1);
  given.answers["wish"] = std::string("zebra-in-the-garden");
  const Message message = message_of({}, 1, event::FeedbackSubmitted{given});
  ASSERT_TRUE(database.store({{sort_message(message)}}, WallTime{}).ok());
  for (const std::string& text : {std::string("zebra"), given.id.text(), std::string("opening")})
    EXPECT_EQ(bytes().find(text), std::string::npos) << text;
  file_.mix();
  EXPECT_NE(bytes().find("zebra"), std::string::npos);
}

TEST_P(mixing_attack_on_a_file, what_was_sealed_is_gone_from_it_when_it_is_mixed) {
  auto database = Database::open(file_.name()).value();
  ASSERT_TRUE(database.store({{sort_message(feedback({}, 1))}}, WallTime{}).ok());
  const std::string sealed = texts("SELECT sealed FROM incoming").at(0);
  ASSERT_NE(bytes().find(sealed.substr(0, 100)), std::string::npos);
  ASSERT_TRUE(database.mix(WallTime{}, MixWhich::kAll).ok());
  EXPECT_EQ(bytes().find(sealed.substr(0, 100)), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(sqlite, mixing_attack_on_a_file, testing::Values(Kind::kSqlite), name_of);

// What a superuser sees beside the columns: the transaction of each row, and where it lies.
class mixing_attack_on_a_server : public mixing_attack {};

TEST_P(mixing_attack_on_a_server, its_transactions_and_the_order_of_its_rows_tell_no_device_and_no_second) {
  for (const Source source : {Source::kFile, Source::kBroker}) {
    begin();
    Visit visit(file_, source);
    std::map<std::string, Mark> of_transaction;
    visit.go([&] {
      of_transaction[texts("SELECT xmin::text FROM device ORDER BY last_seen DESC LIMIT 1").at(0)] =
          last_mark();
    });
    Guesses guesses;
    const auto ids = texts("SELECT id FROM feedback ORDER BY ctid");
    const auto transactions = texts("SELECT xmin::text FROM feedback ORDER BY ctid");
    for (std::size_t i = 0; i < ids.size(); ++i)
      if (const auto found = of_transaction.find(transactions[i]); found != of_transaction.end())
        guesses[ids[i]] = found->second;
    tell("transactions of the rows", source, visit.hits(guesses));
    EXPECT_EQ(visit.hits(guesses), source == Source::kFile ? kAnswers : 0U);
    if (source == Source::kFile) continue;
    for (std::size_t i = 1; i < ids.size(); ++i)
      EXPECT_TRUE(transactions[i] != transactions[i - 1] || ids[i] > ids[i - 1]) << "they lie as they came";
  }
}

INSTANTIATE_TEST_SUITE_P(postgres, mixing_attack_on_a_server, testing::Values(Kind::kPostgres), name_of);

}  // namespace
}  // namespace tertulia::hub
