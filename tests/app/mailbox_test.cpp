// SPDX-License-Identifier: Apache-2.0
// The bounded queue between two threads, and the sender that keeps what did not fit.
#include "firmware/threads/mailbox.h"

#include <chrono>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

using std::chrono::milliseconds;
using tertulia::Mailbox;
using tertulia::Sender;

namespace {

TEST(mailbox, what_went_in_first_comes_out_first) {
  Mailbox<int> box(3);
  ASSERT_TRUE(box.put(1));
  ASSERT_TRUE(box.put(2));
  EXPECT_EQ(box.take(), 1);
  EXPECT_EQ(box.take(), 2);
}

TEST(mailbox, a_full_box_refuses_and_takes_again_once_there_is_room) {
  Mailbox<int> box(1);
  ASSERT_TRUE(box.put(1));
  EXPECT_FALSE(box.put(2));
  EXPECT_EQ(box.drain(), std::vector<int>{1});
  EXPECT_TRUE(box.put(2));
}

TEST(mailbox, a_closed_box_refuses_but_still_gives_what_it_holds) {
  Mailbox<int> box(2);
  ASSERT_TRUE(box.put(1));
  box.close();
  EXPECT_FALSE(box.put(2));
  EXPECT_EQ(box.take(), 1);
  EXPECT_EQ(box.take(), std::nullopt);
}

TEST(mailbox, each_message_and_the_closing_wake_the_receiver_but_a_refused_one_does_not) {
  int wakes = 0;
  Mailbox<int> box(1, [&wakes] { ++wakes; });
  ASSERT_TRUE(box.put(1));
  EXPECT_FALSE(box.put(2));
  EXPECT_EQ(wakes, 1);
  box.close();
  EXPECT_EQ(wakes, 2);
}

TEST(mailbox, a_receiver_that_waits_gets_what_another_thread_puts) {
  Mailbox<int> box(1);
  std::thread sender([&box] { EXPECT_TRUE(box.put(7)); });
  EXPECT_EQ(box.take(), 7);
  sender.join();
}

TEST(mailbox, closing_ends_a_wait) {
  Mailbox<int> box(1);
  std::thread closer([&box] { box.close(); });
  EXPECT_EQ(box.take(), std::nullopt);
  closer.join();
}

TEST(mailbox, a_sender_that_waits_gets_in_as_soon_as_there_is_room) {
  Mailbox<int> box(1);
  ASSERT_TRUE(box.put(1));
  std::thread sender([&box] { EXPECT_TRUE(box.put_waiting(2)); });
  EXPECT_EQ(box.take(), 1);
  EXPECT_EQ(box.take(), 2);
  sender.join();
}

TEST(mailbox, closing_lets_a_waiting_sender_go_and_keeps_what_is_in) {
  Mailbox<int> box(1);
  ASSERT_TRUE(box.put(1));
  bool taken = true;
  std::thread sender([&] { taken = box.put_waiting(2); });
  box.close();
  sender.join();
  EXPECT_FALSE(taken);
  EXPECT_FALSE(box.closed_and_empty());
  EXPECT_EQ(box.drain(), std::vector<int>{1});
  EXPECT_TRUE(box.closed_and_empty());
}

TEST(mailbox, a_batch_is_no_larger_than_its_limit) {
  Mailbox<int> box(10);
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(box.put(i));
  EXPECT_EQ(box.take_batch({3, milliseconds(0)}, milliseconds(0)), (std::vector<int>{0, 1, 2}));
  EXPECT_EQ(box.take_batch({3, milliseconds(0)}, milliseconds(0)), (std::vector<int>{3, 4}));
}

TEST(mailbox, a_full_batch_does_not_wait_until_it_is_old_enough) {
  Mailbox<int> box(2);
  std::thread sender([&box] {
    for (int i = 0; i < 4; ++i) EXPECT_TRUE(box.put_waiting(i));
  });
  constexpr auto kForEver = std::chrono::hours(24);
  EXPECT_EQ(box.take_batch({2, kForEver}, kForEver), (std::vector<int>{0, 1}));
  EXPECT_EQ(box.take_batch({2, kForEver}, kForEver), (std::vector<int>{2, 3}));
  sender.join();
}

TEST(mailbox, patience_ends_with_an_empty_batch) {
  Mailbox<int> box(10);
  EXPECT_TRUE(box.take_batch({3, milliseconds(0)}, milliseconds(1)).empty());
}

TEST(sender, keeps_what_a_full_box_refuses_and_puts_it_in_later_in_order) {
  Mailbox<int> box(1);
  Sender<int> sender(box);
  for (int i = 1; i <= 3; ++i) sender.put(i);
  EXPECT_EQ(box.take(), 1);
  sender.put(4);
  EXPECT_EQ(box.take(), 2);
  sender.flush();
  EXPECT_EQ(box.take(), 3);
  sender.flush();
  EXPECT_EQ(box.take(), 4);
  EXPECT_TRUE(sender.empty());
}

TEST(sender, drops_the_oldest_above_its_bound) {
  Mailbox<int> box(1);
  Sender<int> sender(box, 2);
  for (int i = 1; i <= 4; ++i) sender.put(i);
  EXPECT_EQ(box.take(), 1);
  sender.flush();
  EXPECT_EQ(box.take(), 3) << "2 was the oldest of three";
}

TEST(sender, offers_only_what_needs_not_wait) {
  Mailbox<int> box(1);
  Sender<int> sender(box);
  sender.offer(1);
  sender.offer(2);
  EXPECT_TRUE(sender.empty());
  EXPECT_EQ(box.drain(), std::vector<int>{1});
}

TEST(sender, of_a_state_only_the_newest_waits_and_of_others_all) {
  using Message = std::variant<int, std::string>;
  Mailbox<Message> box(1);
  Sender<Message> sender(box);
  sender.put(1);
  sender.put_newest("the first state");
  sender.put(2);
  sender.put_newest("the newest state");
  std::vector<Message> arrived;
  for (; !sender.empty(); sender.flush()) arrived.push_back(*box.take());
  for (const Message& message : box.drain()) arrived.push_back(message);
  EXPECT_EQ(arrived, (std::vector<Message>{1, 2, "the newest state"}));
}

// Where strangers cause messages, their bytes are bounded too.
using tertulia::ByteLimit;

ByteLimit<std::string> ten_bytes() {
  return {10, [](const std::string& message) { return message.size(); }};
}

TEST(mailbox, is_full_when_its_messages_have_the_bytes_that_they_may) {
  Mailbox<std::string> box(100, {}, ten_bytes());
  ASSERT_TRUE(box.put("1234567"));
  EXPECT_FALSE(box.put("1234"));
  EXPECT_TRUE(box.put("123")) << "it still fits";
  EXPECT_TRUE(box.put("")) << "and costs nothing";
  EXPECT_EQ(box.drain().size(), 3U);
  EXPECT_TRUE(box.put("1234567890")) << "what was taken counts no more";
}

TEST(mailbox, takes_one_that_is_larger_than_it_by_itself) {
  Mailbox<std::string> box(100, {}, ten_bytes());
  EXPECT_TRUE(box.put(std::string(20, 'x')));
  EXPECT_FALSE(box.put("x"));
}

TEST(sender, above_the_bytes_of_its_box_drops_the_oldest_that_counts) {
  Mailbox<std::string> box(1, {}, ten_bytes());
  Sender<std::string> sender(box);
  for (const char* message : {"in the box", "", "old one", "newer"}) sender.put(message);
  std::vector<std::string> arrived;
  for (; !sender.empty(); sender.flush()) arrived.push_back(*box.take());
  arrived.push_back(*box.take());
  EXPECT_EQ(arrived, (std::vector<std::string>{"in the box", "", "newer"}));
}

}  // namespace
