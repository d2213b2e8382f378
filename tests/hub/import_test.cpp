// SPDX-License-Identifier: Apache-2.0
// Files as `tertulia export` writes them, into real databases.
#include "hub/collect/import.h"

#include <fstream>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drivers/linux/clock.h"
#include "firmware/domain/digest.h"
#include "firmware/wire/signature.h"
#include "tests/hub/events.h"
#include "tests/hub/test_database.h"
#include "tests/support/scratch_folder.h"

namespace tertulia::hub {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class hub_import : public testing::TestWithParam<Kind> {
 protected:
  std::string write(const std::string& text) {
    const std::string file = scratch_.file("tertulia-demo-kiosk-1.jsonl");
    std::ofstream(file) << text;
    return file;
  }
  std::string write_whole(const std::string& text) {
    const std::string file = write(text);
    std::ofstream(file + ".sha256") << sha256_hex(text) << "  tertulia-demo-kiosk-1.jsonl\n";
    return file;
  }
  ImportCounts import(const std::string& file) {
    auto counts = import_file(file, database_, SystemClock::open().value(),
                              [this](std::string_view line) { log_.emplace_back(line); });
    EXPECT_TRUE(counts.ok()) << (counts.ok() ? "" : counts.error().message);
    return counts.ok() ? counts.value() : ImportCounts{};
  }
  static std::string line(const Message& message) {
    return wire::to_structured(wire::from_message(message).value()) + "\n";
  }

  ScratchFolder scratch_;
  TestDatabase test_database_{GetParam()};
  Database database_ = std::move(Database::open(test_database_.name())).value();
  Device device_;
  std::vector<std::string> log_;
};

TEST_P(hub_import, takes_each_event_once_and_marks_its_number) {
  const std::string file =
      write_whole(line(feedback(device_, 1)) + line(audit(device_, 2)) + line(feedback(device_, 3)));
  const ImportCounts first = import(file);
  EXPECT_EQ(first.fresh, 3U);
  EXPECT_FALSE(first.is_altered);
  const ImportCounts again = import(file);
  EXPECT_EQ(again.fresh, 0U);
  EXPECT_EQ(again.held, 3U);
  EXPECT_THAT(log_, IsEmpty());
  EXPECT_EQ(test_database_.count("SELECT count(*) FROM feedback"), 2U);
  EXPECT_EQ(database_.received().value().at({"demo", "kiosk-1", "e1"}), Ranges({{1, 3}}));
}

TEST_P(hub_import, what_came_over_the_bus_already_counts_as_held) {
  const std::vector<Arrival> arrived{sort_message(feedback(device_, 1))};
  ASSERT_TRUE(database_.store(arrived, SystemClock::open().value().now().wall).ok());
  const ImportCounts counts = import(write_whole(line(feedback(device_, 1)) + line(feedback(device_, 2))));
  EXPECT_EQ(counts.fresh, 1U);
  EXPECT_EQ(counts.held, 1U);
}

TEST_P(hub_import, a_file_that_was_cut_short_is_told_and_its_whole_lines_are_taken) {
  const std::string text = line(feedback(device_, 1)) + line(feedback(device_, 2));
  const std::string file = write_whole(text);
  write(text.substr(0, text.size() - 40));
  const ImportCounts counts = import(file);
  EXPECT_EQ(counts.fresh, 1U);
  EXPECT_EQ(counts.refused, 1U);
  EXPECT_TRUE(counts.is_altered);
  EXPECT_THAT(log_, Contains(AllOf(HasSubstr("kiosk-1.jsonl:2: "), HasSubstr("cut short"))));
  EXPECT_THAT(log_, Each(Not(HasSubstr("wish 2")))) << "no line of the log holds an answer";
}

TEST_P(hub_import, a_file_without_its_digest_is_taken_and_told) {
  const ImportCounts counts = import(write(line(feedback(device_, 1))));
  EXPECT_EQ(counts.fresh, 1U);
  EXPECT_TRUE(counts.is_altered);
  EXPECT_THAT(log_, Contains(HasSubstr(".sha256 is missing")));
}

TEST_P(hub_import, poison_goes_to_the_quarantine_without_the_device_and_is_told_by_its_line) {
  std::string broken = line(feedback(device_, 2));
  broken.replace(broken.find("\"answers\""), 9, "\"replies\"");
  const ImportCounts counts = import(write_whole(line(feedback(device_, 1)) + broken));
  EXPECT_EQ(counts.fresh, 1U);
  EXPECT_EQ(counts.set_aside, 1U);
  EXPECT_THAT(log_, Contains(HasSubstr(".jsonl:2: put into the quarantine")));
  EXPECT_EQ(test_database_.count("SELECT count(*) FROM quarantine WHERE attributes LIKE '%kiosk-1%'"), 0U);
}

TEST_P(hub_import, lines_of_anything_else_are_refused_one_by_one) {
  const ImportCounts counts = import(write_whole(
      "hello\n[1]\n{}\n{\"source\":\"/trt/demo/kiosk-1\"}\n\xFF\xFE\n\n" + line(audit(device_, 1))));
  EXPECT_EQ(counts.refused, 5U);
  EXPECT_EQ(counts.fresh, 1U);
  for (const char* number : {":1: ", ":2: ", ":3: ", ":4: ", ":5: "})
    EXPECT_THAT(log_, Contains(HasSubstr(number)));
}

TEST_P(hub_import, a_line_without_end_fills_no_memory_and_costs_itself) {
  const ImportCounts counts = import(write_whole(line(feedback(device_, 1)) + std::string(3U << 20U, 'x') +
                                                 "\n" + line(feedback(device_, 2))));
  EXPECT_EQ(counts.fresh, 2U);
  EXPECT_EQ(counts.refused, 1U);
  EXPECT_FALSE(counts.is_altered);
  EXPECT_THAT(log_, Contains(HasSubstr(":2: longer than any event")));
}

TEST_P(hub_import, a_file_that_is_not_there_is_an_error_that_names_it) {
  const auto counts =
      import_file(scratch_.file("absent.jsonl"), database_, SystemClock::open().value(), [](auto) {});
  EXPECT_THAT(counts.error().message, HasSubstr("absent.jsonl"));
}

TEST_P(hub_import, beside_a_hub_that_writes_all_the_time_nothing_is_lost) {
  std::string text;
  for (std::uint64_t seq = 1; seq <= 1200; ++seq) text += line(feedback(device_, seq));
  std::thread hub([&] {
    Database other = std::move(Database::open(test_database_.name())).value();
    for (std::uint64_t seq = 1; seq <= 50; ++seq) {
      const std::vector<Arrival> batch{sort_message(feedback({{"demo", "kiosk-2"}, "e1"}, 5000 + seq))};
      EXPECT_TRUE(other.store(batch, SystemClock::open().value().now().wall).ok());
    }
  });
  const ImportCounts counts = import(write_whole(text));
  hub.join();
  EXPECT_EQ(counts.fresh, 1200U);
  EXPECT_EQ(test_database_.count("SELECT count(*) FROM feedback"), 1250U);
}

INSTANTIATE_TEST_SUITE_P(both, hub_import, kBoth, name_of);

}  // namespace
}  // namespace tertulia::hub
