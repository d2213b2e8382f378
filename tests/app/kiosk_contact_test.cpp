// SPDX-License-Identifier: Apache-2.0
// A visitor leaves a contact at a kiosk.
#include <algorithm>

#include <gtest/gtest.h>

#include "firmware/app/kiosk/contact_form.h"
#include "firmware/app/kiosk/offers.h"
#include "firmware/domain/sealing_key.h"
#include "firmware/wire/contact.h"
#include "tests/app/visitor.h"
#include "tests/fakes/sealer.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

std::string key_of(std::uint8_t first) {
  SealingKey::Bytes bytes{};
  bytes.fill(first);
  return SealingKey(bytes).text();
}

class kiosk_contact : public testing::Test {
 protected:
  kiosk_contact() {
    visitor.sealer = &sealer;
    visitor.device_state.pack.visit.privacy.contact_key = key_of(7);
  }

  void opens() {
    visitor.wants(intent::ChooseItem{MenuItemKind::kContact});
    ASSERT_TRUE(visitor.is_at<kiosk::ContactForm>());
  }
  void edits(ContactPart part) { visitor.wants(intent::EditContact{part}); }
  // From the page with all of it and back there.
  void writes(ContactPart part, std::string_view text) {
    edits(part);
    visitor.types(text);
    visitor.wants(intent::Back{});
  }
  void fills_in() {
    writes(ContactPart::kName, "Ana Sousa");
    writes(ContactPart::kAddress, "ana@culture.example");
  }
  void saves() { visitor.goes_on(); }
  void storage_answers(bool ok) { visitor.hears(to_main::ContactKept{kept().contact.id, ok}); }

  [[nodiscard]] std::vector<to_keeper::KeepContact> all_kept() const {
    return visitor.letters<to_keeper::KeepContact>();
  }
  [[nodiscard]] to_keeper::KeepContact kept() const { return all_kept().back(); }
  [[nodiscard]] ContactView shown() const { return visitor.shows<ContactView>(); }
  [[nodiscard]] std::string problem_at(std::size_t field) const { return shown().fields.at(field).problem; }
  [[nodiscard]] bool is_offered() const {
    const auto items = menu_items(visitor.context(), visitor.device_state.catalogues.of("en"));
    return std::any_of(items.begin(), items.end(),
                       [](const MenuItem& item) { return item.kind == MenuItemKind::kContact; });
  }

  FakeSealer sealer;
  Visitor visitor;
};

TEST_F(kiosk_contact, is_offered_where_the_visit_names_a_key) {
  EXPECT_TRUE(is_offered());
  visitor.device_state.pack.visit.privacy.contact_key.clear();
  EXPECT_FALSE(is_offered());
  visitor.device_state.pack.visit.privacy.contact_key = key_of(7).substr(1) + "A";
  EXPECT_FALSE(is_offered());
}

TEST_F(kiosk_contact, is_not_offered_where_nothing_seals) {
  visitor.sealer = nullptr;
  EXPECT_FALSE(is_offered());
  visitor.wants(intent::ChooseItem{MenuItemKind::kContact});
  EXPECT_FALSE(visitor.is_at<kiosk::ContactForm>());
}

TEST_F(kiosk_contact, is_offered_under_the_thanks_for_answers_and_for_nothing_else) {
  visitor.state = kiosk::Thanks{"en", visitor.now.boot + 6s};
  EXPECT_FALSE(visitor.shows<ThanksView>().contact.empty());
  visitor.state = kiosk::Thanks{"en", visitor.now.boot + 6s, 0, {}, kiosk::ThanksFor::kContact};
  EXPECT_TRUE(visitor.shows<ThanksView>().contact.empty());
  visitor.device_state.pack.visit.privacy.contact_key.clear();
  visitor.state = kiosk::Thanks{"en", visitor.now.boot + 6s};
  EXPECT_TRUE(visitor.shows<ThanksView>().contact.empty());
}

// What comes after it is another matter: nothing of the answers is known there.
TEST_F(kiosk_contact, after_the_thanks_the_answers_are_read_as_saved_and_forgotten) {
  visitor.state = kiosk::Thanks{"pt", visitor.now.boot + 6s, 3, SubmissionId({9, 9})};
  visitor.wants(intent::ChooseItem{MenuItemKind::kContact});
  ASSERT_TRUE(visitor.is_at<kiosk::ContactForm>());
  EXPECT_EQ(std::get<kiosk::ContactForm>(visitor.state).language, "pt");
  EXPECT_TRUE(visitor.forgotten);
  ASSERT_EQ(visitor.letters<to_keeper::Thanked>().size(), 1U);
  EXPECT_EQ(visitor.letters<to_keeper::Thanked>().front().id, SubmissionId({9, 9}));
}

TEST_F(kiosk_contact, the_keyboard_goes_from_one_text_to_the_next_empty_one_and_then_to_the_whole_page) {
  opens();
  edits(ContactPart::kName);
  EXPECT_EQ(visitor.shows<QuestionView>().headline, "Name");
  visitor.types("Ana");
  visitor.goes_on();
  EXPECT_EQ(visitor.shows<QuestionView>().headline, "E-mail or telephone");
  visitor.types("12345");
  visitor.goes_on();
  EXPECT_EQ(visitor.shows<QuestionView>().headline, "What I can offer, what I look for");
  visitor.wants(intent::PressKey{{KeyKind::kNext, "Next", {}}});
  ASSERT_EQ(shown().fields.size(), 3U);
  EXPECT_EQ(shown().fields[0].text, "Ana");
  EXPECT_EQ(shown().fields[1].text, "12345");
  EXPECT_EQ(shown().fields[2].text, "");
}

TEST_F(kiosk_contact, a_name_begins_with_a_capital_and_an_address_never_does) {
  const auto page = [&] { return std::get<kiosk::ContactForm>(visitor.state).entry.page; };
  const auto rubs_out = [&] { visitor.wants(intent::PressKey{{KeyKind::kBackspace, {}, {}}}); };
  opens();
  for (const ContactPart part : {ContactPart::kName, ContactPart::kOffer}) {
    edits(part);
    EXPECT_EQ(page(), KeyboardPage::kShifted);
    visitor.types("A");
    EXPECT_EQ(page(), KeyboardPage::kLetters);
    rubs_out();
    EXPECT_EQ(page(), KeyboardPage::kShifted);
    visitor.wants(intent::Back{});
  }
  edits(ContactPart::kAddress);
  EXPECT_EQ(page(), KeyboardPage::kLetters);
  visitor.types("a");
  rubs_out();
  EXPECT_EQ(page(), KeyboardPage::kLetters);
  visitor.wants(intent::PressKey{{KeyKind::kLanguage, {}, {}}});
  EXPECT_EQ(page(), KeyboardPage::kLetters);
}

TEST_F(kiosk_contact, is_sealed_with_all_of_it_as_it_is_saved) {
  opens();
  fills_in();
  writes(ContactPart::kOffer, " A festival, dancers wanted ");
  edits(ContactPart::kForOthers);
  saves();
  ASSERT_EQ(all_kept().size(), 1U);
  EXPECT_EQ(wire::decode_contact(FakeSealer::opened(kept().contact.sealed)).value(),
            (Contact{"Ana Sousa", "ana@culture.example", "A festival, dancers wanted", true}));
  EXPECT_EQ(kept().contact.visit, visitor.device_state.pack.visit.id);
  EXPECT_EQ(kept().day, day_of(visitor.now.wall));
}

TEST_F(kiosk_contact, nobody_else_may_see_it_unless_the_person_says_so) {
  opens();
  EXPECT_FALSE(shown().is_for_others);
  edits(ContactPart::kForOthers);
  EXPECT_TRUE(shown().is_for_others);
  edits(ContactPart::kForOthers);
  EXPECT_FALSE(shown().is_for_others);
}

TEST_F(kiosk_contact, what_is_missing_or_wrong_is_said_at_its_field_once_save_was_pressed) {
  opens();
  EXPECT_TRUE(problem_at(0).empty());
  saves();
  EXPECT_FALSE(problem_at(0).empty());
  EXPECT_FALSE(problem_at(1).empty());
  EXPECT_TRUE(problem_at(2).empty());
  writes(ContactPart::kName, "Ana");
  writes(ContactPart::kAddress, "ana@culture");
  EXPECT_TRUE(problem_at(0).empty());
  EXPECT_EQ(problem_at(1), "This is neither an e-mail address nor a telephone number.");
  EXPECT_TRUE(all_kept().empty());
}

TEST_F(kiosk_contact, nobody_is_thanked_before_it_is_stored) {
  opens();
  fills_in();
  saves();
  EXPECT_TRUE(shown().busy);
  saves();
  EXPECT_EQ(all_kept().size(), 1U);
  visitor.hears(to_main::ContactKept{SubmissionId({7}), true});
  EXPECT_TRUE(shown().busy);
  visitor.forgotten = false;
  storage_answers(true);
  EXPECT_EQ(visitor.shows<ThanksView>().detail, "Your contact is sealed and saved on this device.");
  EXPECT_TRUE(visitor.forgotten);
}

TEST_F(kiosk_contact, one_that_could_not_be_stored_stays_on_the_screen) {
  opens();
  fills_in();
  saves();
  storage_answers(false);
  EXPECT_FALSE(shown().busy);
  EXPECT_FALSE(shown().problem.empty());
  EXPECT_EQ(shown().fields[0].text, "Ana Sousa");
  saves();
  EXPECT_EQ(all_kept().size(), 2U);
  EXPECT_TRUE(shown().problem.empty());
}

TEST_F(kiosk_contact, one_that_cannot_be_sealed_is_not_saved) {
  opens();
  fills_in();
  visitor.device_state.pack.visit.privacy.contact_key = key_of(0);
  saves();
  EXPECT_TRUE(all_kept().empty());
  EXPECT_FALSE(shown().problem.empty());
}

TEST_F(kiosk_contact, not_now_forgets_what_was_typed) {
  opens();
  fills_in();
  visitor.wants(intent::Back{});
  EXPECT_TRUE(visitor.is_at<kiosk::Attract>());
  EXPECT_TRUE(visitor.forgotten);
  EXPECT_TRUE(all_kept().empty());
}

TEST_F(kiosk_contact, who_walks_away_is_asked_for_and_then_forgotten) {
  opens();
  edits(ContactPart::kName);
  visitor.types("Ana");
  visitor.waits(44s);
  EXPECT_TRUE(visitor.is_at<kiosk::ContactForm>());
  visitor.waits(1s);
  ASSERT_TRUE(visitor.is_at<kiosk::StillThere>());
  visitor.wants(intent::GoOn{});
  EXPECT_EQ(std::get<TextBody>(visitor.shows<QuestionView>().body).text, "Ana");
  visitor.waits(45s);
  visitor.waits(10s);
  EXPECT_TRUE(visitor.is_at<kiosk::Attract>());
  EXPECT_TRUE(visitor.forgotten);
}

TEST_F(kiosk_contact, who_waits_for_the_storage_is_not_asked_whether_somebody_is_there) {
  opens();
  fills_in();
  saves();
  visitor.waits(120s);
  EXPECT_TRUE(visitor.is_at<kiosk::ContactForm>());
}

TEST_F(kiosk_contact, no_text_grows_beyond_what_is_sealed) {
  opens();
  edits(ContactPart::kName);
  for (int i = 0; i < 300; ++i)
    visitor.wants(intent::PressKey{{KeyKind::kCharacter, "ሰ", i % 2 == 0 ? "ሰ" : "\""}});
  visitor.wants(intent::Back{});
  const std::string name = shown().fields[0].text;
  EXPECT_EQ(name.size(), 160U);  // 80 letters, half of them of three bytes
  edits(ContactPart::kOffer);
  for (int i = 0; i < 300; ++i) visitor.wants(intent::PressKey{{KeyKind::kCharacter, "𝄞", "𝄞"}});
  visitor.wants(intent::Back{});
  EXPECT_EQ(shown().fields[2].text.size(), kMostOfferBytes);  // 150 letters of four bytes
  writes(ContactPart::kAddress, "12345");
  saves();
  EXPECT_EQ(kept().contact.sealed.size(), kSealedBytes);
}

}  // namespace
