// SPDX-License-Identifier: Apache-2.0
// Contacts in the file beside the database: what it tells, and what it survives. The rules that the fake
// keeps, too, are in store_contract_test.cpp.
#include <gmock/gmock.h>

#include "drivers/sqlite/contact_file.h"
#include "tests/drivers/sqlite/samples.h"

namespace tertulia {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kDamagedLine = "no contact at all\n";

class contacts : public testing::Test {
 protected:
  static SealedContact contact(std::uint8_t number) {
    return {id_of(number), "lisbon", std::vector<std::uint8_t>(kSealedBytes, number)};
  }
  void keep(std::uint8_t number) { ASSERT_TRUE(store().keep_contact(contact(number), day_of(kTapped)).ok()); }
  [[nodiscard]] Now tomorrow() const {
    Now now = at_tap().now;
    now.wall += std::chrono::days(1);
    return now;
  }
  void start_again() {
    opened_.store.reset();
    opened_ = open(folder_.file(), device_);
  }
  [[nodiscard]] std::string file() const { return folder_.file() + ".contacts"; }
  [[nodiscard]] std::string aside() const { return file() + ".corrupt"; }
  void damage() const { std::ofstream(file(), std::ios::app) << kDamagedLine; }
  Store& store() { return *opened_.store; }

  Folder folder_;
  FakeDevice device_;
  SqliteStore::Opened opened_ = open(folder_.file(), device_);
};

TEST_F(contacts, lie_in_the_order_of_their_random_ids) {
  for (const auto number : std::initializer_list<std::uint8_t>{5, 2, 9}) keep(number);
  const std::string text = bytes_of(file());
  EXPECT_LT(text.find(id_of(2).text()), text.find(id_of(5).text()));
  EXPECT_LT(text.find(id_of(5).text()), text.find(id_of(9).text()));
}

TEST_F(contacts, are_not_in_the_database_before_they_are_sent) {
  keep(5);
  for (const char* suffix : {"", "-wal"})
    EXPECT_THAT(bytes_of(folder_.file() + suffix), testing::Not(HasSubstr(id_of(5).text())));
}

TEST_F(contacts, even_the_time_of_their_file_tells_only_the_day) {
  keep(5);
  const auto time = std::chrono::file_clock::to_sys(std::filesystem::last_write_time(file()));
  EXPECT_EQ(std::chrono::floor<Milliseconds>(time), day_of(kTapped));
}

TEST_F(contacts, survive_a_restart_and_leave_no_file_when_they_are_sent) {
  keep(5);
  start_again();
  EXPECT_EQ(store().inventory().value().contacts, 1U);
  ASSERT_TRUE(store().send_contacts(tomorrow()).value());
  EXPECT_FALSE(std::filesystem::exists(file()));
}

// The power fails between the transaction and the file.
TEST_F(contacts, one_that_is_in_the_outbox_already_is_not_sent_twice) {
  keep(5);
  const std::string before = bytes_of(file());
  ASSERT_TRUE(store().send_contacts(tomorrow()).value());
  std::ofstream(file()) << before;
  ASSERT_TRUE(store().send_contacts(tomorrow()).value());
  EXPECT_EQ(waiting(store()).size(), 1U);
  EXPECT_EQ(store().inventory().value().contacts, 0U);
}

TEST_F(contacts, a_damaged_line_is_set_aside_said_once_and_costs_no_other) {
  keep(5);
  damage();
  const auto said = store().send_contacts(tomorrow());
  ASSERT_FALSE(said.ok());
  EXPECT_THAT(said.error().message, HasSubstr("1 contacts are damaged"));
  EXPECT_THAT(said.error().message, HasSubstr(aside()));
  EXPECT_EQ(bytes_of(aside()), kDamagedLine);
  EXPECT_EQ(store().inventory().value().contacts, 1U);
  ASSERT_TRUE(store().send_contacts(tomorrow()).value());
  EXPECT_EQ(waiting(store()).size(), 1U);
  EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(contacts, a_damaged_line_is_said_at_the_start_and_never_again) {
  keep(5);
  damage();
  start_again();
  EXPECT_THAT(opened_.notices, ElementsAre(HasSubstr("set aside")));
  EXPECT_EQ(bytes_of(aside()), kDamagedLine);
  start_again();
  EXPECT_THAT(opened_.notices, IsEmpty());
  EXPECT_TRUE(store().send_contacts(tomorrow()).value());
}

// The power fails between the two files.
TEST_F(contacts, what_was_set_aside_stands_there_once_and_beside_what_came_before) {
  std::ofstream(aside()) << "another line\n" << kDamagedLine;
  damage();
  start_again();
  EXPECT_EQ(bytes_of(aside()), "another line\n" + std::string(kDamagedLine));
  EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(contacts, a_file_that_cannot_be_read_is_said_with_its_cure_and_costs_nothing_else) {
  submit(store(), 1);
  std::filesystem::create_directory(file());
  const auto inventory = store().inventory();
  ASSERT_TRUE(inventory.ok());
  EXPECT_EQ(inventory.value().submitted, 1U);
  EXPECT_THAT(inventory.value().contact_problem, HasSubstr(file() + ": cannot be read"));
  EXPECT_THAT(inventory.value().contact_problem, HasSubstr("move it away"));
  EXPECT_FALSE(store().keep_contact(contact(5), day_of(kTapped)).ok());
  start_again();
  EXPECT_THAT(opened_.notices, ElementsAre(HasSubstr("move it away")));
  std::filesystem::remove(file());
  EXPECT_EQ(store().inventory().value().contact_problem, "");
  keep(5);
}

TEST_F(contacts, a_file_that_is_too_large_is_left_as_it_is) {
  std::ofstream(file()) << std::string(9U << 20U, 'x');
  EXPECT_THAT(store().inventory().value().contact_problem, HasSubstr("move it away and keep it"));
  EXPECT_FALSE(store().send_contacts(tomorrow()).ok());
  EXPECT_EQ(std::filesystem::file_size(file()), 9U << 20U);
}

TEST_F(contacts, a_full_file_refuses_and_says_what_helps) {
  const sqlite::ContactFile full(folder_.file("other.db"));
  std::ofstream other(folder_.file("other.db") + ".contacts");
  for (std::size_t i = 0; i < sqlite::kMostContacts; ++i) other << "line " << i << "\n";
  other.close();
  const auto refused = full.add({contact(1), day_of(kTapped)});
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().message, HasSubstr("Connect the network"));
}

}  // namespace
}  // namespace tertulia
