// SPDX-License-Identifier: Apache-2.0
// A name and an address that a visitor typed go the whole way: sealed, on the disk of the device, over the
// bus and into the hub. They are looked for in the raw bytes of all of it.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

#include "drivers/sealing/opening_key.h"
#include "drivers/sealing/sodium_sealer.h"
#include "drivers/sqlite/sqlite_store.h"
#include "firmware/domain/digest.h"
#include "firmware/wire/contact.h"
#include "hub/store/contacts.h"
#include "hub/store/database.h"
#include "tests/fakes/device.h"
#include "tests/hub/events.h"
#include "tests/support/scratch_folder.h"

namespace tertulia::hub {
namespace {

constexpr const char* kName = "zebra-in-the-garden";
constexpr const char* kAddress = "giraffe@culture.example";
constexpr const char* kOffer = "ostriches-that-can-dance";
const Contact kContact{kName, kAddress, kOffer, true};

std::string bytes_in(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class contact_canary : public testing::Test {
 protected:
  Now now_{wall_from_rfc3339("2027-05-11T14:30:45Z").value(), std::chrono::hours(1), "boot-1",
           ClockQuality::kSynced};
  ScratchFolder folder_;
  FakeDevice random_;
  SodiumSealer sealer_ = SodiumSealer::open().value();
  OpeningKey key_ = OpeningKey::random().value();

  // Also looks for what a careless program might have made of it.
  void expect_nowhere(const std::string& bytes, const std::string& where) const {
    for (const std::string canary : {kName, kAddress, kOffer}) {
      const std::vector<std::uint8_t> letters(canary.begin(), canary.end());
      EXPECT_EQ(bytes.find(canary), std::string::npos) << where;
      EXPECT_EQ(bytes.find(to_hex(letters)), std::string::npos) << where;
      EXPECT_EQ(bytes.find(to_base64(letters).substr(0, 20)), std::string::npos) << where;
    }
  }
  void expect_nowhere_on_the_disk() const {
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.file(""))) {
      expect_nowhere(bytes_in(entry.path()), entry.path());
      ++files;
    }
    EXPECT_GT(files, 1);
  }
  SealedContact sealed() {
    return {submission_id(99), "lisbon", sealer_.seal(key_.public_key(), wire::encode(kContact)).value()};
  }
};

TEST_F(contact_canary, is_found_nowhere_and_opens_with_the_key_alone) {
  const auto opened =
      SqliteStore::open(folder_.file("device.db"), {{"demo", "kiosk-1"}, random_, Budgets{}, 0});
  ASSERT_TRUE(opened.ok());
  Store& device = *opened.value().store;
  ASSERT_TRUE(device.keep_contact(sealed(), day_of(now_.wall)).ok());
  expect_nowhere_on_the_disk();

  Now tomorrow = now_;
  tomorrow.wall += std::chrono::days(1);
  ASSERT_TRUE(device.send_contacts(tomorrow).value());
  const auto rows = device.waiting({"", 0}, 10).value();
  ASSERT_EQ(rows.size(), 1U);
  const Message message = wire::to_message(wire::from_stored(rows[0].body).value(), {"demo", "kiosk-1"});
  expect_nowhere(message.topic + message.payload, "bus");
  for (const auto& [name, value] : message.properties) expect_nowhere(value, name);

  Database database = Database::open(folder_.file("hub.db")).value();
  const std::vector<Arrival> batch = {sort_message(message)};
  ASSERT_TRUE(database.store(batch, tomorrow.wall).ok());
  expect_nowhere_on_the_disk();

  const auto sql = Sql::open(folder_.file("hub.db"), OpenMode::kReadOnly).value();
  const auto stored = stored_contacts(*sql).value();
  ASSERT_EQ(stored.size(), 1U);
  std::vector<std::uint8_t> bytes(kSealedBytes);
  ASSERT_TRUE(from_base64(stored[0].sealed, bytes));
  EXPECT_EQ(wire::decode_contact(key_.open(bytes).value()).value(), kContact);
}

// The search would find it.
TEST_F(contact_canary, one_that_was_not_sealed_would_be_found) {
  std::ofstream(folder_.file("leak")) << wire::encode(kContact);
  EXPECT_NE(bytes_in(folder_.file("leak")).find(kName), std::string::npos);
}

}  // namespace
}  // namespace tertulia::hub
