// SPDX-License-Identifier: Apache-2.0
// A damaged database is set aside, reported, and read as far as it can be read.
#include <functional>

#include "drivers/sqlite/connection/database.h"
#include "drivers/sqlite/inspection.h"
#include "drivers/sqlite/recovery/lineage.h"
#include "firmware/wire/room_words.h"
#include "tests/drivers/sqlite/samples.h"

namespace tertulia {
namespace {

constexpr int kPage = 4096;

class damage : public testing::Test {
 protected:
  Folder folder_;
  FakeDevice device_;

  SqliteStore::Opened reopen() { return open(folder_.file(), device_); }

  // Enough submissions for many pages, a draft and a timer; closed cleanly.
  void fill() {
    const auto opened = reopen();
    for (std::uint8_t number = 1; number <= 60; ++number)
      submit(*opened.store, number, std::string(900, 'x'));
    ASSERT_TRUE(opened.store->save_draft(submission(200)).ok());
    RoomWord said;
    std::get<Register<PublicTimer>>(said.word).rank.revision = 1;
    const std::string timer = wire::encode({said, {}});
    ASSERT_TRUE(opened.store->save_room_word({"main-hall", "timer", timer}).ok());
  }

  // More than what is read whole at each opening.
  void fill_large() {
    const auto opened = reopen();
    for (std::uint8_t number = 1; number <= 40; ++number)
      submit(*opened.store, number, std::string(30'000, 'x'));
  }

  void overwrite(std::int64_t offset, const std::string& bytes) {
    std::fstream file(folder_.file(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(offset);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }

  [[nodiscard]] std::int64_t root_page_of(const std::string& table) {
    auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kWrite);
    return database.value()->number("SELECT rootpage FROM sqlite_schema WHERE name = ?1", {table}).value();
  }

  void destroy_page(std::int64_t page) { overwrite((page - 1) * kPage, std::string(kPage, '\x5a')); }

  // A leaf in the middle of the outbox.
  [[nodiscard]] std::int64_t page_with(const std::string& text) {
    const auto place = bytes_of(folder_.file()).find(text);
    return static_cast<std::int64_t>(place) / kPage + 1;
  }
};

TEST_F(damage, bytes_that_are_no_database_are_set_aside_and_never_deleted) {
  std::ofstream(folder_.file()) << "This is not a database at all, but somebody's letter.";
  const auto opened = reopen();
  ASSERT_GE(opened.notices.size(), 2U);
  EXPECT_NE(opened.notices[1].find("store.db.corrupt-1"), std::string::npos);
  EXPECT_NE(bytes_of(folder_.file("store.db.corrupt-1")).find("somebody's letter"), std::string::npos);
  submit(*opened.store, 1);
}

TEST_F(damage, the_second_accident_gets_the_next_number) {
  for (int accident = 0; accident < 2; ++accident) {
    std::ofstream(folder_.file()) << std::string(300, 'z');
    reopen();
  }
  EXPECT_TRUE(std::filesystem::exists(folder_.file("store.db.corrupt-1")));
  EXPECT_TRUE(std::filesystem::exists(folder_.file("store.db.corrupt-2")));
}

TEST_F(damage, a_damaged_database_starts_a_new_epoch) {
  fill();
  const auto before = sqlite::read_lineage(folder_.file());
  destroy_page(root_page_of("rooms"));
  EXPECT_NE(reopen().store->epoch(), before->epoch);
}

TEST_F(damage, what_lies_outside_the_damage_is_recovered_whole) {
  fill();
  destroy_page(root_page_of("rooms"));
  const auto opened = reopen();
  EXPECT_EQ(waiting(*opened.store).size(), 60U);
  EXPECT_EQ(opened.store->drafts().value(), std::vector{submission(200)});
  EXPECT_EQ(opened.store->counts().value().submitted, 60U);
  EXPECT_NE(opened.notices.at(0).find("60 events"), std::string::npos) << opened.notices.at(0);
}

TEST_F(damage, recovered_rows_keep_epoch_number_and_body) {
  fill();
  std::vector<OutboxRow> before;
  {
    const auto opened = reopen();
    before = waiting(*opened.store);
  }
  destroy_page(root_page_of("rooms"));
  const auto opened = reopen();
  const auto after = waiting(*opened.store);
  ASSERT_EQ(after.size(), before.size());
  for (std::size_t index = 0; index < after.size(); ++index) {
    EXPECT_EQ(after[index].epoch, before[index].epoch);
    EXPECT_EQ(after[index].seq, before[index].seq);
    EXPECT_EQ(after[index].body, before[index].body);
  }
}

TEST_F(damage, an_outbox_that_cannot_be_read_is_built_again_from_the_submissions) {
  fill();
  destroy_page(root_page_of("outbox"));
  const auto opened = reopen();
  EXPECT_EQ(waiting(*opened.store).size(), 60U);
  for (const auto& row : waiting(*opened.store)) EXPECT_EQ(row.epoch, opened.store->epoch());
}

TEST_F(damage, submissions_that_cannot_be_read_are_built_again_from_the_outbox) {
  fill();
  destroy_page(root_page_of("submissions"));
  const auto opened = reopen();
  EXPECT_EQ(opened.store->counts().value().submitted, 60U);
  submit(*opened.store, 7);
  EXPECT_EQ(waiting(*opened.store).size(), 60U) << "a recovered submission is known by its id";
}

TEST_F(damage, a_hole_in_the_middle_is_read_from_both_sides) {
  fill();
  const auto page = page_with(id_of(30).text());
  ASSERT_GT(page, 1);
  destroy_page(page);
  const auto opened = reopen();
  EXPECT_GT(waiting(*opened.store).size(), 50U);
  EXPECT_EQ(opened.store->counts().value().submitted, waiting(*opened.store).size());
}

TEST_F(damage, a_truncated_file_is_set_aside) {
  fill();
  std::filesystem::resize_file(folder_.file(), std::filesystem::file_size(folder_.file()) / 2);
  const auto opened = reopen();
  EXPECT_TRUE(std::filesystem::exists(folder_.file("store.db.corrupt-1")));
  ASSERT_FALSE(opened.notices.empty());
  submit(*opened.store, 100);
}

TEST_F(damage, a_file_cut_to_nothing_opens_as_a_new_epoch) {
  fill();
  const auto before = sqlite::read_lineage(folder_.file());
  std::filesystem::resize_file(folder_.file(), 0);
  const auto opened = reopen();
  EXPECT_NE(opened.store->epoch(), before->epoch);
  EXPECT_FALSE(opened.notices.empty());
}

TEST_F(damage, recovery_leaves_the_file_that_was_set_aside_as_it_is) {
  fill();
  destroy_page(root_page_of("rooms"));
  const std::string before = bytes_of(folder_.file());
  reopen();
  EXPECT_EQ(bytes_of(folder_.file("store.db.corrupt-1")), before);
}

TEST_F(damage, a_recovery_that_was_cut_off_before_its_end_is_done_again) {
  fill();
  destroy_page(root_page_of("rooms"));
  std::ofstream(folder_.file("store.db.recovering")) << "half of it";
  EXPECT_EQ(waiting(*reopen().store).size(), 60U);
}

TEST_F(damage, a_recovery_that_was_cut_off_at_its_end_is_finished) {
  fill();
  std::filesystem::rename(folder_.file(), folder_.file("store.db.recovered"));
  std::ofstream(folder_.file()) << std::string(300, 'z');
  const auto opened = reopen();
  EXPECT_EQ(waiting(*opened.store).size(), 60U);
  EXPECT_EQ(bytes_of(folder_.file("store.db.corrupt-1")), std::string(300, 'z'));
}

// A large file that was closed cleanly is not read at opening; the damage shows later.
TEST_F(damage, damage_found_while_it_runs_is_dealt_with_at_the_next_start) {
  fill_large();
  destroy_page(root_page_of("rooms"));
  {
    const auto opened = reopen();
    EXPECT_TRUE(opened.notices.empty());
    const auto outcome = opened.store->save_room_word({"main-hall", "timer", "{}"});
    ASSERT_FALSE(outcome.ok());
    EXPECT_NE(outcome.error().message.find("Restart the appliance"), std::string::npos);
  }
  const auto opened = reopen();
  ASSERT_FALSE(opened.notices.empty());
  EXPECT_EQ(waiting(*opened.store).size(), 40U);
}

TEST_F(damage, that_an_inspection_meets_is_dealt_with_at_the_next_start) {
  fill_large();
  destroy_page(root_page_of("slips"));
  {
    auto inspection = sqlite::Inspection::open(folder_.file());
    ASSERT_TRUE(inspection.ok());
    const auto slips = inspection.value().slips();
    ASSERT_FALSE(slips.ok());
    EXPECT_NE(slips.error().message.find("Restart the appliance"), std::string::npos);
  }
  const auto opened = reopen();
  EXPECT_FALSE(opened.notices.empty());
  EXPECT_EQ(waiting(*opened.store).size(), 40U);
}

// Neither when SQLite would do so by itself (1000 pages), nor after an abandoned form, nor at the end.
TEST_F(damage, once_it_is_found_nothing_is_moved_from_the_wal_into_the_file) {
  fill_large();
  destroy_page(root_page_of("rooms"));
  const std::string file = bytes_of(folder_.file());
  {
    const auto opened = reopen();
    ASSERT_FALSE(opened.store->save_room_word({"main-hall", "timer", "{}"}).ok());
    for (std::uint8_t number = 41; number <= 120; ++number)
      submit(*opened.store, number, std::string(30'000, 'x'));
    ASSERT_TRUE(opened.store->close_submission(abandoned(200), at_tap()).ok());
    EXPECT_GT(std::filesystem::file_size(folder_.file("store.db-wal")), 1000U * kPage);
  }
  EXPECT_EQ(bytes_of(folder_.file()), file);
  EXPECT_GT(std::filesystem::file_size(folder_.file("store.db-wal")), 1000U * kPage);
  EXPECT_EQ(waiting(*reopen().store).size(), 120U);
}

TEST_F(damage, a_destroyed_first_page_costs_nothing_but_itself) {
  fill();
  destroy_page(1);
  const auto opened = reopen();
  EXPECT_EQ(waiting(*opened.store).size(), 60U);
  EXPECT_EQ(opened.store->counts().value().submitted, 60U);
  EXPECT_EQ(opened.store->drafts().value(), std::vector{submission(200)});
  EXPECT_EQ(opened.store->room_words().value().size(), 1U);
  EXPECT_FALSE(std::filesystem::exists(folder_.file("store.db.headless")));
}

TEST_F(damage, an_answer_whose_block_is_not_known_is_shown_to_no_room) {
  fill();
  destroy_page(1);
  {
    const auto opened = reopen();
    EXPECT_TRUE(opened.store->answers_to(std::string(64, 'a'), "opening").value().answers.empty());
    submit(*opened.store, 201);
  }
  EXPECT_EQ(reopen().store->answers_to(std::string(64, 'a'), "opening").value().answers.size(), 1U);
}

// Else the first page of another database would not do in its place.
TEST_F(damage, the_list_of_the_tables_fits_on_the_first_page) {
  reopen();
  constexpr char kLeaf = 0x0d;  // the file format of SQLite, section 1.6
  EXPECT_EQ(bytes_of(folder_.file()).at(100), kLeaf);
}

TEST_F(damage, a_destroyed_header_costs_nothing) {
  fill();
  overwrite(0, std::string(100, 'Z'));
  EXPECT_EQ(waiting(*reopen().store).size(), 60U);
}

// A program that ended without a word, and its WAL; of its commits, in the order in which they were made, the
// one with `text` is damaged.
class damaged_wal : public damage {
 protected:
  void SetUp() override {
    const auto opened = open(folder_.file("living.db"), device_);
    for (std::uint8_t number = 1; number <= 5; ++number)
      submit(*opened.store, number, std::string(900, static_cast<char>('a' + number)));
    for (const std::string suffix : {"", "-wal", ".epoch"})
      std::filesystem::copy_file(folder_.file("living.db" + suffix), folder_.file("store.db" + suffix));
  }
  // As much of it as lies on one page in any case.
  [[nodiscard]] static std::string text_of(std::uint8_t number) {
    return std::string(300, static_cast<char>('a' + number));
  }
  void damage_at(std::size_t place) {
    std::fstream file(folder_.file("store.db-wal"), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(place));
    file << "????????";
  }
  [[nodiscard]] std::size_t place_of(std::uint8_t number) const {
    return bytes_of(folder_.file("store.db-wal")).find(text_of(number));
  }
  [[nodiscard]] std::string epoch_before() const {
    return sqlite::read_lineage(folder_.file("living.db"))->epoch;
  }
};

TEST_F(damaged_wal, none_is_no_damage) {
  const auto opened = reopen();
  EXPECT_TRUE(opened.notices.empty());
  EXPECT_EQ(waiting(*opened.store).size(), 5U);
  EXPECT_EQ(opened.store->epoch(), epoch_before());
}

// The numbers of what was lost must not be given to other events: the hub may have them.
TEST_F(damaged_wal, in_the_middle_costs_what_came_after_and_starts_a_new_epoch) {
  damage_at(place_of(2));
  const auto opened = reopen();
  ASSERT_FALSE(opened.notices.empty());
  EXPECT_NE(opened.notices.front().find("damaged in the middle"), std::string::npos);
  EXPECT_EQ(waiting(*opened.store).size(), 1U);
  EXPECT_NE(opened.store->epoch(), epoch_before());
}

TEST_F(damaged_wal, is_kept_for_those_who_can_read_more_of_it) {
  damage_at(place_of(2));
  reopen();
  EXPECT_NE(bytes_of(folder_.file("store.db.corrupt-1-wal")).find(text_of(5)), std::string::npos);
}

TEST_F(damaged_wal, at_its_head_starts_a_new_epoch) {
  damage_at(0);
  const auto opened = reopen();
  EXPECT_FALSE(opened.notices.empty());
  EXPECT_NE(opened.store->epoch(), epoch_before());
  submit(*opened.store, 9);
}

// The header of a frame lies across two sectors of the disk here and there, and its flag of a commit in the
// first of them.
TEST_F(damaged_wal, in_half_a_header_of_the_last_commit_is_a_power_cut) {
  constexpr std::size_t kFrame = 24 + 4096;
  const auto frames = [&] { return (std::filesystem::file_size(folder_.file("torn.db-wal")) - 32) / kFrame; };
  const auto is_across = [](std::size_t frame) { return (32 + frame * kFrame) % 512 == 504; };
  const auto opened = open(folder_.file("torn.db"), device_);
  std::size_t torn = 0;
  std::uint8_t submitted = 0;
  while (torn == 0 && submitted < 200) {
    const std::size_t begin = frames();
    submit(*opened.store, ++submitted);
    for (std::size_t frame = begin; frame + 1 < frames(); ++frame)
      if (is_across(frame)) torn = frame;
  }
  ASSERT_NE(torn, 0U);
  for (const std::string suffix : {"", "-wal", ".epoch"})
    std::filesystem::copy_file(folder_.file("torn.db" + suffix), folder_.file("store.db" + suffix),
                               std::filesystem::copy_options::overwrite_existing);
  damage_at(32 + torn * kFrame);
  const auto after = reopen();
  EXPECT_TRUE(after.notices.empty());
  EXPECT_EQ(waiting(*after.store).size(), submitted - 1U);
  EXPECT_EQ(after.store->epoch(), opened.store->epoch());
}

// The last commit may be half there: that is what a power cut leaves.
TEST_F(damaged_wal, at_its_end_is_a_power_cut) {
  damage_at(place_of(5));
  const auto opened = reopen();
  EXPECT_TRUE(opened.notices.empty());
  EXPECT_EQ(waiting(*opened.store).size(), 4U);
  EXPECT_EQ(opened.store->epoch(), epoch_before());
}

}  // namespace
}  // namespace tertulia
