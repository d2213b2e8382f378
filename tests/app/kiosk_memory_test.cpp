// SPDX-License-Identifier: Apache-2.0
// What a visitor types into a contact is looked for in all the memory of this process when the visitor has
// gone: in the states of the kiosk, in the views, and in what was made on the way to the seal.
#include <gtest/gtest.h>

#include "firmware/domain/sealing_key.h"
#include "tests/app/visitor.h"
#include "tests/fakes/sealer.h"
#include "tests/support/own_memory.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kLeastTrace = 8;  // letters in a row

class kiosk_memory : public testing::Test {
 protected:
  kiosk_memory() {
    SealingKey::Bytes bytes{};
    bytes.fill(7);
    visitor_.sealer = &sealer_;
    visitor_.device_state.pack.visit.privacy.contact_key = SealingKey(bytes).text();
    visitor_.wants(intent::ChooseItem{MenuItemKind::kContact});
    for (const ContactPart part : {ContactPart::kName, ContactPart::kAddress, ContactPart::kOffer})
      writes(part);
  }

  // Key by key, with a view after each, as on the glass. An address ends as an address does.
  void writes(ContactPart part) {
    visitor_.wants(intent::EditContact{part});
    for (std::size_t i = 0; i < Sentinel::kLength; ++i) types(sentinel_.letter(i));
    if (part == ContactPart::kAddress)
      for (const char letter : {'@', 'x', '.', 'y'}) types(letter);
    visitor_.wants(intent::Back{});
    EXPECT_FALSE(visitor_.shows<ContactView>().fields.empty());
  }
  void types(char letter) {
    visitor_.wants(intent::PressKey{{KeyKind::kCharacter, {letter}, {letter}}});
    EXPECT_EQ(visitor_.shows<QuestionView>().problem, "");
  }

  [[nodiscard]] std::size_t traces() const { return traces_of(sentinel_, kLeastTrace).size(); }

  Sentinel sentinel_;
  FakeSealer sealer_;
  Visitor visitor_;
};

TEST_F(kiosk_memory, holds_a_contact_as_long_as_it_is_typed_and_not_when_the_person_leaves) {
  EXPECT_GT(traces(), 0U);  // or the search is blind
  visitor_.wants(intent::Back{});
  ASSERT_TRUE(visitor_.is_at<kiosk::Attract>());
  EXPECT_EQ(traces(), 0U);
}

TEST_F(kiosk_memory, holds_no_contact_that_is_sealed_and_stored) {
  visitor_.goes_on();
  const auto kept = visitor_.letters<to_keeper::KeepContact>();
  ASSERT_EQ(kept.size(), 1U);
  visitor_.hears(to_main::ContactKept{kept.front().contact.id, true});
  ASSERT_TRUE(visitor_.is_at<kiosk::Thanks>());
  EXPECT_EQ(traces(), 0U);
}

TEST_F(kiosk_memory, holds_no_contact_of_somebody_who_walked_away) {
  visitor_.waits(45s);
  ASSERT_TRUE(visitor_.is_at<kiosk::StillThere>());
  visitor_.waits(10s);
  ASSERT_TRUE(visitor_.is_at<kiosk::Attract>());
  EXPECT_EQ(traces(), 0U);
}

}  // namespace
