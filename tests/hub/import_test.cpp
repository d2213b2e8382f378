// SPDX-License-Identifier: Apache-2.0
// Files as `tertulia export` writes them, into real databases.
#include "hub/collect/import.h"

#include <fstream>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "drivers/linux/clock.h"
#include "drivers/openssl/authority.h"
#include "drivers/openssl/certificates.h"
#include "drivers/openssl/enrolment_request.h"
#include "drivers/openssl/signing.h"
#include "firmware/domain/digest.h"
#include "firmware/wire/enrolment.h"
#include "firmware/wire/export_signature.h"
#include "firmware/wire/signature.h"
#include "hub/trust/authority.h"
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
  // As a device with this key and certificate signs it.
  void sign(const std::string& file, const std::string& key, const std::string& certificate,
            const std::string& device = "kiosk-1") const {
    const wire::Origin origin{"demo", device};
    const std::string sha256 = sha256_hex(scratch_.read(std::filesystem::path(file).filename()));
    const std::string signature = openssl::sign(key, wire::signed_text(origin, sha256)).value();
    std::ofstream(file + ".signature")
        << wire::encode(wire::ExportSignature{origin, sha256, signature, certificate});
  }
  std::string write_signed(const std::string& text) {
    std::string file = write_whole(text);
    sign(file, key_, certificate_);
    return file;
  }
  [[nodiscard]] std::string certify(const std::string& device, const std::string& key) const {
    const openssl::Applicant applicant{device, {"kiosk"}};
    Approval approval;
    approval.folder = authority_;
    approval.request = openssl::make_enrolment_request(key, applicant, now_).value();
    approval.code = openssl::code_for(applicant, openssl::public_key_of(key).value());
    approval.hub_key = wire::SigningKey::random().public_key().text();
    return wire::decode_enrolment(enrol(approval, now_).value().bundle).value().certificate;
  }

  Result<ImportCounts> try_import(const std::string& file, bool takes_unsigned = false) {
    return import_file(file, database_, SystemClock::open().value(),
                       [this](std::string_view line) { log_.emplace_back(line); },
                       {authority_, takes_unsigned});
  }
  // A file that its device has signed.
  ImportCounts import(const std::string& file) {
    sign(file, key_, certificate_);
    return taken(try_import(file));
  }
  // A file that a person vouches for.
  ImportCounts import_unsigned(const std::string& file) {
    std::filesystem::remove(file + ".signature");
    return taken(try_import(file, true));
  }
  [[nodiscard]] std::string why_not(const std::string& file) {
    const auto counts = try_import(file);
    return counts.ok() ? "taken" : counts.error().message;
  }
  void hear(const Message& message) {
    const std::vector<Arrival> arrived{sort_message(message)};
    heard_ = database_.store(arrived, SystemClock::open().value().now().wall).value();
  }
  // Of the answer with this number, also where it still waited to be mixed.
  [[nodiscard]] std::uint64_t with_wish(const std::string& wish) {
    EXPECT_TRUE(database_.mix(SystemClock::open().value().now().wall, MixWhich::kAll).ok());
    return test_database_.count("SELECT count(*) FROM feedback WHERE answers LIKE '%" + wish + "%'");
  }
  // The same answer with something else in it.
  static std::string altered(std::string line, const std::string& from, const std::string& to) {
    line.replace(line.find(from), from.size(), to);
    return line;
  }

 private:
  static ImportCounts taken(const Result<ImportCounts>& counts) {
    EXPECT_TRUE(counts.ok()) << (counts.ok() ? "" : counts.error().message);
    return counts.ok() ? counts.value() : ImportCounts{};
  }

 protected:
  static std::string line(const Message& message) {
    return wire::to_structured(wire::from_message(message).value()) + "\n";
  }

  ScratchFolder scratch_;
  WallTime now_ = SystemClock::open().value().now().wall;
  std::string authority_ = [this] {
    EXPECT_TRUE(make_authority(scratch_.file("ca"), {"broker.example"}, now_).ok());
    return scratch_.file("ca");
  }();
  std::string key_ = openssl::make_key();
  std::string certificate_ = certify("kiosk-1", key_);
  Stored heard_;
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

TEST_P(hub_import, an_unsigned_file_that_was_cut_short_is_told_and_its_whole_lines_are_taken) {
  const std::string text = line(feedback(device_, 1)) + line(feedback(device_, 2));
  const std::string file = write_whole(text);
  write(text.substr(0, text.size() - 40));
  const ImportCounts counts = import_unsigned(file);
  EXPECT_EQ(counts.fresh, 1U);
  EXPECT_EQ(counts.refused, 1U);
  EXPECT_TRUE(counts.is_altered);
  EXPECT_THAT(log_, Contains(AllOf(HasSubstr("kiosk-1.jsonl:2: "), HasSubstr("cut short"))));
  EXPECT_THAT(log_, Each(Not(HasSubstr("wish 2")))) << "no line of the log holds an answer";
}

TEST_P(hub_import, an_unsigned_file_without_its_digest_is_taken_and_told) {
  const ImportCounts counts = import_unsigned(write(line(feedback(device_, 1))));
  EXPECT_EQ(counts.fresh, 1U);
  EXPECT_FALSE(counts.is_altered) << "nobody knows";
  EXPECT_THAT(log_, Contains(HasSubstr(".sha256 that can be read")));
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
      import_file(scratch_.file("absent.jsonl"), database_, SystemClock::open().value(), [](auto) {}, {});
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
  EXPECT_EQ(test_database_.answers(), 1250U);
}

TEST_P(hub_import, of_a_file_that_nobody_signed_takes_nothing_and_says_what_to_do) {
  const std::string file = write_whole(line(feedback(device_, 1)));
  EXPECT_THAT(why_not(file), AllOf(HasSubstr("nothing of it was taken"), HasSubstr("--unsigned")));
  EXPECT_EQ(test_database_.count("SELECT count(*) FROM feedback"), 0U);
}

TEST_P(hub_import, of_a_signed_file_that_was_altered_takes_nothing) {
  const std::string text = line(feedback(device_, 1)) + line(feedback(device_, 2));
  const std::string file = write_signed(text);
  write(altered(text, "wish 2", "evil"));
  EXPECT_THAT(why_not(file), HasSubstr("cut short or altered"));
  write(text.substr(0, text.size() - 40));
  EXPECT_THAT(why_not(file), HasSubstr("cut short or altered"));
  EXPECT_EQ(test_database_.count("SELECT count(*) FROM feedback"), 0U);
}

TEST_P(hub_import, believes_no_device_of_another_authority) {
  const std::string file = write_whole(line(feedback(device_, 1)));
  const auto other = openssl::make_authority("tertulia programme", {now_, 30}).value();
  const std::string request = openssl::make_request(key_, "kiosk-1").value();
  sign(file, key_,
       openssl::issue(other, {request, {now_, 30}, {openssl::Purpose::Side::kClient, {}}}).value());
  EXPECT_THAT(why_not(file), HasSubstr("not issued by the authority of this programme"));
}

TEST_P(hub_import, believes_no_broker_that_signs_like_a_device) {
  const std::string file = write_whole(line(feedback({{"demo", "broker"}, "e1"}, 1)));
  sign(file, scratch_.read("ca/broker.key"), scratch_.read("ca/broker.pem"), "broker");
  EXPECT_THAT(why_not(file), HasSubstr("not that of a device"));
}

TEST_P(hub_import, believes_no_device_that_was_turned_away) {
  const std::string file = write_signed(line(feedback(device_, 1)));
  ASSERT_TRUE(revoke(authority_, "kiosk-1").ok());
  EXPECT_THAT(why_not(file), HasSubstr("was revoked"));
}

TEST_P(hub_import, believes_no_signature_of_another_key_or_another_file) {
  const std::string file = write_whole(line(feedback(device_, 1)));
  sign(file, openssl::make_key(), certificate_);
  EXPECT_THAT(why_not(file), HasSubstr("altered or forged"));
  sign(file, key_, certificate_, "kiosk-2");
  EXPECT_THAT(why_not(file), HasSubstr("signed by kiosk-1, which calls itself kiosk-2"));
  std::ofstream(file + ".signature") << "Tertulia export 1\n";
  EXPECT_THAT(why_not(file), HasSubstr("not a signature"));
}

TEST_P(hub_import, takes_lines_of_the_device_that_signed_and_of_no_other) {
  const Device other{{"demo", "kiosk-2"}, "e1"};
  const Device elsewhere{{"other", "kiosk-1"}, "e1"};
  const ImportCounts counts =
      import(write_whole(line(feedback(device_, 1)) + line(audit(other, 2)) + line(feedback(elsewhere, 3))));
  EXPECT_TRUE(counts.is_signed);
  EXPECT_EQ(counts.fresh, 1U);
  EXPECT_EQ(counts.refused, 2U);
  EXPECT_THAT(log_, Contains(HasSubstr(":2: it names another device than kiosk-1")));
  EXPECT_EQ(test_database_.count("SELECT count(*) FROM event"), 0U);
}

TEST_P(hub_import, follows_no_link_and_waits_for_no_pipe) {
  const std::string file = write_signed(line(feedback(device_, 1)));
  std::filesystem::create_symlink(file, scratch_ / "link.jsonl");
  EXPECT_THAT(why_not(scratch_.file("link.jsonl")), HasSubstr("is a link"));
  ASSERT_EQ(mkfifo(scratch_.file("pipe.jsonl").c_str(), 0600), 0);
  EXPECT_THAT(why_not(scratch_.file("pipe.jsonl")), HasSubstr("is not a file"));
}

TEST_P(hub_import, of_a_forged_answer_yields_to_the_true_one) {
  const std::string forged = altered(line(feedback(device_, 1)), "wish 1", "forged");
  EXPECT_EQ(import_unsigned(write_whole(forged)).fresh, 1U);
  EXPECT_EQ(with_wish("forged"), 1U);
  hear(feedback(device_, 1));
  EXPECT_EQ(heard_.results.front(), SaveResult::kNew);
  EXPECT_THAT(heard_.refusals, IsEmpty());
  EXPECT_EQ(heard_.receipts.size(), 1U) << "its device gets its receipt";
  EXPECT_EQ(with_wish("forged"), 0U);
  EXPECT_EQ(with_wish("wish 1"), 1U);
  EXPECT_EQ(test_database_.count("SELECT count(*) FROM quarantine"), 0U);
  EXPECT_EQ(test_database_.count("SELECT count(*) FROM unconfirmed"), 0U);
}

TEST_P(hub_import, of_a_forged_answer_yields_to_a_signed_file) {
  import_unsigned(write_whole(altered(line(feedback(device_, 1)), "main-hall", "elsewhere")));
  EXPECT_EQ(import(write_whole(line(feedback(device_, 1)))).fresh, 1U);
  EXPECT_EQ(test_database_.count("SELECT count(*) FROM feedback WHERE room = 'main-hall'"), 1U);
  EXPECT_EQ(test_database_.count("SELECT count(*) FROM feedback"), 1U);
}

TEST_P(hub_import, of_a_forged_answer_takes_nothing_from_the_true_one) {
  hear(feedback(device_, 1));
  const std::string forged = altered(line(feedback(device_, 1)), "wish 1", "forged");
  const ImportCounts counts = import_unsigned(write_whole(forged));
  EXPECT_EQ(counts.refused, 1U);
  EXPECT_EQ(with_wish("wish 1"), 1U);
  EXPECT_EQ(test_database_.count("SELECT count(*) FROM quarantine"), 0U) << "no stick fills it";
}

TEST_P(hub_import, of_an_unsigned_answer_that_was_true_is_confirmed_and_stays_in_its_block) {
  import_unsigned(write_whole(line(feedback(device_, 1))));
  hear(feedback(device_, 1));
  EXPECT_EQ(heard_.results.front(), SaveResult::kHeld);
  EXPECT_EQ(heard_.receipts.size(), 1U);
  EXPECT_EQ(test_database_.count("SELECT count(*) FROM unconfirmed"), 0U);
  EXPECT_EQ(import_unsigned(write_whole(altered(line(feedback(device_, 1)), "wish 1", "forged"))).refused,
            1U);
  EXPECT_EQ(with_wish("wish 1"), 1U);
}

// Else the device of that row would hear that the hub has it, and erase the true one.
TEST_P(hub_import, of_unsigned_rows_marks_no_number_as_received_and_yields_to_the_true_row) {
  const Message forged = message_of(device_, 2, event::Audited{"forged"});
  EXPECT_EQ(import_unsigned(write_whole(line(forged))).fresh, 1U);
  EXPECT_THAT(database_.received().value(), IsEmpty());
  hear(audit(device_, 2));
  EXPECT_EQ(test_database_.count("SELECT count(*) FROM event WHERE data LIKE '%forged%'"), 0U);
  EXPECT_EQ(test_database_.count("SELECT count(*) FROM event WHERE data LIKE '%start%'"), 1U);
  EXPECT_EQ(database_.received().value().at({"demo", "kiosk-1", "e1"}), Ranges({{2, 2}}));
}

TEST_P(hub_import, of_unsigned_poison_fills_no_quarantine) {
  std::string broken = line(feedback(device_, 2));
  broken.replace(broken.find("\"answers\""), 9, "\"replies\"");
  EXPECT_EQ(import_unsigned(write_whole(broken)).refused, 1U);
  EXPECT_EQ(test_database_.count("SELECT count(*) FROM quarantine"), 0U);
}

INSTANTIATE_TEST_SUITE_P(both, hub_import, kBoth, name_of);

}  // namespace
}  // namespace tertulia::hub
