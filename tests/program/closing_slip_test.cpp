// SPDX-License-Identifier: Apache-2.0
// What `tertulia slip` says and `tertulia export` writes.
#include "firmware/program/closing_slip.h"

#include <cstdlib>

#include "firmware/domain/digest.h"
#include "firmware/wire/content.h"
#include "tests/drivers/sqlite/samples.h"

namespace tertulia {
namespace {

class inventory : public testing::Test {
 protected:
  Folder folder_;
  FakeDevice device_;
  SqliteStore::Opened opened_ = open(folder_.file(), device_);
  Store& store_ = *opened_.store;

  // Read beside the running store.
  [[nodiscard]] sqlite::Inspection look() const { return sqlite::Inspection::open(folder_.file()).value(); }
  [[nodiscard]] std::string slip() const {
    auto inspection = look();
    return slip_text(inspection.slips().value(), inspection.parked().value());
  }
  Result<Exported> exported() const {
    auto inspection = look();
    return export_events([&](const sqlite::TakeHeld& take) { return inspection.each_held(take); },
                         folder_.file(""), "held", sign_);
  }
  SignExport sign_ = [](const std::string& sha256) -> Result<std::string> { return "signed " + sha256; };
  struct Held {
    std::string body;
    bool is_at_hub = false;
  };
  [[nodiscard]] std::vector<Held> held() const {
    std::vector<Held> all;
    auto inspection = look();
    const auto read = inspection.each_held([&](const sqlite::HeldEvent& event) -> Outcome {
      all.push_back({std::string(event.body), event.is_at_hub});
      return Done{};
    });
    EXPECT_TRUE(read.ok());
    return all;
  }
};

TEST_F(inventory, of_an_empty_device_are_said_in_words) { EXPECT_EQ(slip(), "No answers yet.\n"); }

// What the hub computes from what it holds; see tests/hub/database_test.cpp.
TEST_F(inventory, are_said_with_the_words_that_the_hub_must_say) {
  submit(store_, 1);
  submit(store_, 2);
  ASSERT_TRUE(store_.acknowledge(ack_for(store_, 1), at_tap().now).ok());
  HashSum receipted;
  receipted.add(wire::share_of(submitted(1)));
  HashSum all = receipted;
  all.add(wire::share_of(submitted(2)));
  EXPECT_EQ(slip(), "main-hall: submitted 2 = receipted 1 + waiting 1\n  the hub must say: " +
                        receipted.words() + "\n  and when all has arrived: " + all.words() + "\n");
}

TEST_F(inventory, name_what_is_parked_and_why) {
  submit(store_, 1);
  ASSERT_TRUE(store_.park(id_of(1).text(), "The broker does not allow it").ok());
  EXPECT_NE(slip().find("held back: 1 (The broker does not allow it)"), std::string::npos);
  EXPECT_NE(slip().find("waiting 1 (1 of them held back"), std::string::npos);
}

TEST_F(inventory, are_exported_as_one_event_a_line_parked_ones_too) {
  submit(store_, 1);
  note(store_);
  ASSERT_TRUE(store_.park(id_of(1).text(), "not allowed").ok());
  const auto file = exported().value().file;
  std::istringstream lines(bytes_of(file));
  std::string line;
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_EQ(wire::to_event(wire::from_structured(line).value()).value(),
            Event(event::FeedbackSubmitted{submitted(1)}));
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_TRUE(wire::from_structured(line).ok());
  EXPECT_FALSE(std::getline(lines, line));
}

TEST_F(inventory, are_exported_also_when_the_hub_has_them_until_they_are_purged) {
  submit(store_, 1);
  submit(store_, 2);
  ASSERT_TRUE(store_.acknowledge(ack_for(store_, 1), at_tap().now).ok());
  const auto all = held();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_TRUE(all[0].is_at_hub);
  EXPECT_FALSE(all[1].is_at_hub);
  EXPECT_EQ(wire::from_structured(all[0].body).value().id, id_of(1).text());
  Now later = at_tap().now;
  later.boot += std::chrono::hours(50);
  while (store_.purge(later).value()) continue;
  EXPECT_EQ(held().size(), 1U);
}

class holdings_by_order : public inventory {
 protected:
  formats::Configuration configuration_;
  void SetUp() override {
    configuration_.store.path = folder_.file();
    configuration_.device = {"kiosk-1", "peers"};
    submit(store_, 1);
    note(store_);
    ASSERT_TRUE(store_.acknowledge(ack_for(store_, 1), at_tap().now).ok());
  }
  [[nodiscard]] std::string refusal() const {
    const auto refused = export_on_order(configuration_);
    return refused.ok() ? "" : refused.error().message;
  }
};

TEST_F(holdings_by_order, are_exported_as_by_the_command) {
  configuration_.store.export_folder = folder_.file("");
  EXPECT_EQ(
      export_on_order(configuration_).value(),
      "tertulia-peers-kiosk-1.jsonl: 2 events, 1 of them already at the hub; not signed, so the hub takes "
      "it with --unsigned only: this device has no certificate, and with a password alone nothing can be "
      "signed");
  const auto all = held();
  EXPECT_EQ(bytes_of(folder_.file("tertulia-peers-kiosk-1.jsonl")), all[0].body + "\n" + all[1].body + "\n");
}

TEST_F(holdings_by_order, are_not_exported_without_a_folder_in_the_configuration) {
  EXPECT_NE(refusal().find("no export_folder is configured"), std::string::npos);
}

TEST_F(holdings_by_order, are_not_exported_where_no_stick_is) {
  configuration_.store.export_folder = folder_.file("nowhere");
  EXPECT_NE(refusal().find("is the stick plugged in?"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(folder_.file("nowhere")));
}

TEST_F(inventory, are_exported_with_a_digest_that_sha256sum_knows) {
  submit(store_, 1);
  ASSERT_TRUE(exported().ok());
  const std::string command = "cd " + folder_.file("") + " && sha256sum --check --status held.jsonl.sha256";
  EXPECT_EQ(std::system(command.c_str()), 0);
  std::ofstream(folder_.file("held.jsonl"), std::ios::app) << "x";
  EXPECT_NE(std::system(command.c_str()), 0);
}

TEST_F(inventory, stay_where_they_are_when_they_are_exported) {
  submit(store_, 1);
  ASSERT_TRUE(exported().ok());
  EXPECT_EQ(waiting(store_).size(), 1U);
}

TEST_F(inventory, leave_the_last_export_but_no_digest_when_a_new_one_ends_early) {
  submit(store_, 1);
  ASSERT_TRUE(exported().ok());
  const std::string before = bytes_of(folder_.file("held.jsonl"));
  const auto cut = export_events(
      [](const sqlite::TakeHeld& take) -> Outcome {
        TRY_DONE(take({"half of it", false}));
        return Error{"the card cannot be read"};
      },
      folder_.file(""), "held", sign_);
  ASSERT_FALSE(cut.ok());
  EXPECT_EQ(bytes_of(folder_.file("held.jsonl")), before);
  EXPECT_FALSE(std::filesystem::exists(folder_.file("held.jsonl.sha256")));
  EXPECT_FALSE(std::filesystem::exists(folder_.file("held.jsonl.signature")));
}

TEST_F(inventory, are_exported_with_a_signature_of_their_digest) {
  submit(store_, 1);
  EXPECT_EQ(exported().value().why_unsigned, "");
  EXPECT_EQ(bytes_of(folder_.file("held.jsonl.signature")),
            "signed " + sha256_hex(bytes_of(folder_.file("held.jsonl"))));
}

TEST_F(inventory, of_a_device_that_cannot_sign_are_exported_all_the_same_and_it_is_said) {
  submit(store_, 1);
  ASSERT_TRUE(exported().ok());
  sign_ = [](const std::string&) -> Result<std::string> { return Error{"no certificate"}; };
  EXPECT_EQ(exported().value().why_unsigned, "no certificate");
  EXPECT_TRUE(std::filesystem::exists(folder_.file("held.jsonl")));
  EXPECT_FALSE(std::filesystem::exists(folder_.file("held.jsonl.signature"))) << "of an export before";
}

TEST_F(inventory, of_no_database_at_all_are_an_error_that_names_it) {
  const auto missing = sqlite::Inspection::open(folder_.file("nothing.db"));
  ASSERT_FALSE(missing.ok());
  EXPECT_NE(missing.error().message.find("nothing.db"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(folder_.file("nothing.db")));
}

}  // namespace
}  // namespace tertulia
