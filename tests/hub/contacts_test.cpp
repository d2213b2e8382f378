// SPDX-License-Identifier: Apache-2.0
// Contacts at the hub: stored once, beside no device and no answer, and erased for good.
#include "hub/store/contacts.h"

#include <gmock/gmock.h>

#include "hub/store/database.h"
#include "tests/hub/events.h"
#include "tests/hub/test_database.h"
#include "tests/support/scratch_folder.h"

namespace tertulia::hub {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kDay = "2027-05-11T00:00:00Z";

SealedContact contact(std::uint64_t number, std::uint8_t content = 1) {
  return {submission_id(number), "lisbon", std::vector<std::uint8_t>(kSealedBytes, content)};
}

class contacts : public testing::TestWithParam<Kind> {
 protected:
  Stored store(const std::vector<Message>& messages, const char* now = "2027-05-12T08:00:00Z") {
    Database database = Database::open(base_.name()).value();
    std::vector<Arrival> batch;
    for (const Message& message : messages) batch.push_back(sort_message(message));
    auto stored = database.store(batch, wall_from_rfc3339(now).value());
    EXPECT_TRUE(stored.ok()) << (stored.ok() ? "" : stored.error().message);
    return stored.ok() ? std::move(stored).value() : Stored{};
  }
  Message left(std::uint64_t seq, std::uint64_t number, std::uint8_t content = 1) {
    return message_of(device_, seq, event::ContactSealed{contact(number, content)}, kDay);
  }
  std::vector<std::string> ids() {
    const auto sql = Sql::open(base_.name(), OpenMode::kReadOnly).value();
    std::vector<std::string> found;
    const std::vector<ContactRow> stored = stored_contacts(*sql).value();
    for (const ContactRow& row : stored) found.push_back(row.id);
    return found;
  }
  bool erase(std::uint64_t number) {
    const auto sql = Sql::open(base_.name(), OpenMode::kCreate).value();
    bool is_erased = false;
    EXPECT_TRUE(sql->transaction([&]() -> Outcome {
                     TRY(is_erased, erase_contact(*sql, submission_id(number).text()));
                     return Done{};
                   })
                    .ok());
    return is_erased;
  }
  [[nodiscard]] Stream stream() const {
    return {device_.origin.programme, device_.origin.device, device_.epoch};
  }

  Device device_;
  TestDatabase base_{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(databases, contacts, kBoth, name_of);

TEST_P(contacts, each_is_stored_once_and_has_its_receipt_each_time) {
  const Stored first = store({left(1, 7), left(2, 5)});
  EXPECT_THAT(ids(), ElementsAre(submission_id(5).text(), submission_id(7).text()));
  const Stored again = store({left(1, 7)});
  EXPECT_THAT(ids().size(), 2U);
  EXPECT_EQ(first.receipts.at(stream()).size(), 2U);
  EXPECT_THAT(again.receipts.at(stream()), ElementsAre(Field(&Receipt::submission, submission_id(7).text())));
  EXPECT_THAT(again.results, ElementsAre(SaveResult::kHeld));
}

TEST_P(contacts, their_row_numbers_are_received_and_stand_nowhere_else) {
  const Stored stored = store({left(1, 7), feedback(device_, 2)});
  EXPECT_TRUE(stored.received.at(stream()).contains(1));
  EXPECT_EQ(base_.count("SELECT count(*) FROM event"), 0U);
  EXPECT_EQ(base_.answers(), 1U);
  EXPECT_EQ(base_.count("SELECT count(*) FROM contact"), 1U);
}

TEST_P(contacts, the_first_one_under_an_id_stands_and_the_device_keeps_another) {
  store({left(1, 7, 1)});
  const Stored other = store({left(2, 7, 2)});
  EXPECT_THAT(other.results, ElementsAre(SaveResult::kSetAside));
  EXPECT_THAT(other.refusals.at(stream()), ElementsAre(Field(&Refusal::reason, kOtherAnswers)));
  EXPECT_FALSE(other.receipts.contains(stream()));
  EXPECT_EQ(base_.count("SELECT count(*) FROM contact"), 1U);
}

TEST_P(contacts, one_that_was_erased_does_not_come_back) {
  store({left(1, 7), left(2, 5)});
  EXPECT_TRUE(erase(7));
  EXPECT_FALSE(erase(7));
  const Stored again = store({left(1, 7)});
  EXPECT_THAT(ids(), ElementsAre(submission_id(5).text()));
  EXPECT_EQ(again.receipts.at(stream()).size(), 1U);
}

TEST_P(contacts, none_is_kept_for_longer_than_a_year) {
  store({left(1, 7)});
  store({audit(device_, 2)}, "2028-05-10T08:00:00Z");
  EXPECT_EQ(ids().size(), 1U);
  store({audit(device_, 3)}, "2028-05-11T08:00:00Z");
  EXPECT_THAT(ids(), IsEmpty());
}

TEST_P(contacts, whoever_opens_them_finds_none_that_is_older_than_a_year) {
  store({left(1, 7)});
  ASSERT_TRUE(open_contacts(base_.name(), "2028-05-10T23:59:59Z").ok());
  EXPECT_EQ(ids().size(), 1U);
  const auto sql = open_contacts(base_.name(), "2028-05-11T00:00:00Z");
  ASSERT_TRUE(sql.ok()) << sql.error().message;
  EXPECT_THAT(stored_contacts(*sql.value()).value(), IsEmpty());
}

TEST(contacts_of_no_hub, make_no_database) {
  const ScratchFolder folder;
  EXPECT_FALSE(open_contacts(folder.file("typo.db"), "2028-05-11T00:00:00Z").ok());
  EXPECT_FALSE(std::filesystem::exists(folder.file("typo.db")));
}

TEST_P(contacts, one_of_a_device_whose_clock_was_never_set_is_kept_for_a_year_all_the_same) {
  const auto sealed = event::ContactSealed{contact(7)};
  store({message_of(device_, 1, sealed, "1970-01-01T00:00:00Z")});
  store({message_of(device_, 2, event::ContactSealed{contact(5)}, "2099-01-01T00:00:00Z")});
  EXPECT_EQ(ids().size(), 2U);
  store({audit(device_, 3)}, "2028-05-12T08:00:00Z");
  EXPECT_THAT(ids(), IsEmpty());
}

TEST_P(contacts, one_that_cannot_be_read_names_no_device_in_the_quarantine) {
  Message broken = left(3, 7);
  broken.payload = "{\"broken\":3";
  const Arrival arrival = sort_message(broken);
  const auto& poison = std::get<arrival::Poison>(arrival);
  EXPECT_EQ(poison.row.topic, "trt/1/demo/+/ev/contact");
  EXPECT_THAT(poison.row.attributes, Not(HasSubstr("kiosk-1")));
  EXPECT_THAT(poison.row.attributes, Not(HasSubstr("sequence")));
  ASSERT_TRUE(poison.refusal);
  EXPECT_EQ(poison.refusal->submission, submission_id(7).text());
}

}  // namespace
}  // namespace tertulia::hub
