// SPDX-License-Identifier: Apache-2.0
// What firmware/ports/store.h says of answers in blocks, kept by every adapter and by the fake.
#include <gmock/gmock.h>

#include "tests/drivers/sqlite/stores.h"

namespace tertulia {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

template <class Adapter>
class any_store_of_blocks : public testing::Test {
 protected:
  Outcome release(std::initializer_list<std::uint8_t> numbers) {
    event::AnswersReleased released{"visit-day", PublicId::received("opening"), {}};
    for (const std::uint8_t number : numbers) released.answers.push_back(id_of(number));
    return store_.release(released, 7, at_tap());
  }
  std::vector<std::uint64_t> blocks(const std::string& session = "opening") {
    std::vector<std::uint64_t> all;
    const auto found = store_.answers_to(std::string(64, 'a'), session).value();
    for (const auto& each : found.answers) all.push_back(each.block);
    return all;
  }
  Adapter adapter_;
  Store& store_ = adapter_.store();
};
TYPED_TEST_SUITE(any_store_of_blocks, AnyStore);

TYPED_TEST(any_store_of_blocks, tells_the_submitted_answers_about_a_session_in_the_order_of_their_ids) {
  submit(this->store_, 2);
  submit(this->store_, 1);
  ASSERT_TRUE(this->store_.save_draft(submission(3)).ok());
  ASSERT_TRUE(this->store_.close_submission(abandoned(4), at_tap()).ok());
  const auto found = this->store_.answers_to(std::string(64, 'a'), "opening").value();
  ASSERT_EQ(found.answers.size(), 2U);
  EXPECT_EQ(found.answers[0].id, id_of(1));
  EXPECT_EQ(found.answers[0].answers, submission(1).answers);
  EXPECT_TRUE(found.are_complete);
  EXPECT_THAT(this->blocks("another"), IsEmpty());
  EXPECT_THAT(this->store_.answers_to("another version", "opening").value().answers, IsEmpty());
}

TYPED_TEST(any_store_of_blocks, puts_an_answer_into_one_block_for_ever_and_tells_the_hub) {
  for (std::uint8_t number = 1; number <= 4; ++number) submit(this->store_, number);
  const std::size_t before = waiting(this->store_).size();
  ASSERT_TRUE(this->release({1, 3}).ok());
  EXPECT_THAT(this->blocks(), ElementsAre(1, 0, 1, 0));
  EXPECT_EQ(this->store_.answers_to(std::string(64, 'a'), "opening").value().answers[0].threshold, 7U);
  ASSERT_TRUE(this->release({1, 2}).ok());
  EXPECT_THAT(this->blocks(), ElementsAre(1, 2, 1, 0));
  const auto rows = waiting(this->store_);
  ASSERT_EQ(rows.size(), before + 2);
  const auto envelope = wire::from_structured(rows[before].body).value();
  EXPECT_EQ(envelope.recorded_time, to_rfc3339(kSessionLabel)) << "no finer time goes with ids of answers";
  const auto event = wire::to_event(envelope);
  EXPECT_THAT(std::get<event::AnswersReleased>(event.value()).answers, ElementsAre(id_of(1), id_of(3)));
}

TYPED_TEST(any_store_of_blocks, tells_which_answers_the_hub_has) {
  submit(this->store_, 1);
  submit(this->store_, 2);
  ASSERT_TRUE(this->store_.acknowledge(ack_for(this->store_, 1), at_tap().now).ok());
  const auto found = this->store_.answers_to(std::string(64, 'a'), "opening").value();
  ASSERT_EQ(found.answers.size(), 2U);
  EXPECT_TRUE(found.answers[0].is_at_hub);
  EXPECT_FALSE(found.answers[1].is_at_hub);
}

TEST(blocks, stay_when_the_program_starts_again) {
  const Folder folder;
  FakeDevice device;
  {
    const auto opened = open(folder.file(), device);
    submit(*opened.store, 1);
    submit(*opened.store, 2);
    ASSERT_TRUE(
        opened.store->release({"visit-day", PublicId::received("opening"), {id_of(2)}}, 7, at_tap()).ok());
  }
  const auto answers =
      open(folder.file(), device).store->answers_to(std::string(64, 'a'), "opening").value().answers;
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_EQ(answers[0].block, 0U);
  EXPECT_EQ(answers[1].block, 1U);
}

TEST(blocks, whose_answers_are_erased_are_not_complete) {
  const Folder folder;
  FakeDevice device;
  StoreOptions options = options_with(device);
  options.grace = std::chrono::hours(0);
  const auto opened = SqliteStore::open(folder.file(), options);
  Store& store = *opened.value().store;
  submit(store, 1);
  submit(store, 2);
  ASSERT_TRUE(store.release({"visit-day", PublicId::received("opening"), {id_of(1)}}, 7, at_tap()).ok());
  ASSERT_TRUE(store.acknowledge(ack_for(store, 1), at_tap().now).ok());
  EXPECT_FALSE(store.answers_to(std::string(64, 'a'), "opening").value().are_complete);
  EXPECT_EQ(store.answers_to(std::string(64, 'a'), "opening").value().answers.size(), 1U);
}

TEST(blocks, count_whoever_answered_nothing_as_long_as_the_answer_is_kept) {
  const Folder folder;
  FakeDevice device;
  const auto opened = open(folder.file(), device);
  Submission empty = submitted(1);
  empty.answers.clear();
  ASSERT_TRUE(opened.store->close_submission(empty, at_tap()).ok());
  ASSERT_TRUE(
      opened.store->release({"visit-day", PublicId::received("opening"), {id_of(1)}}, 7, at_tap()).ok());
  ASSERT_TRUE(opened.store->acknowledge(ack_for(*opened.store, 1), at_tap().now).ok());
  EXPECT_TRUE(opened.store->answers_to(std::string(64, 'a'), "opening").value().are_complete);
  EXPECT_EQ(opened.store->answers_to(std::string(64, 'a'), "opening").value().answers.size(), 1U);
}

}  // namespace
}  // namespace tertulia
