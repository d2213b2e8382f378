// SPDX-License-Identifier: Apache-2.0
// A bounded queue between two threads.
#include "firmware/threads/mailbox.h"

#include <string>
#include <thread>
#include <variant>

#include <gtest/gtest.h>

#include "firmware/threads/outlet.h"

using tertulia::Mailbox;

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

TEST(outlet, of_a_state_only_the_newest_waits_and_of_others_all) {
  using Message = std::variant<int, std::string>;
  Mailbox<Message> box(1);
  tertulia::Outlet<Message> outlet(box);
  outlet.put(1);
  outlet.put_newest("the first state");
  outlet.put(2);
  outlet.put_newest("the newest state");
  std::vector<Message> arrived;
  for (; !outlet.empty(); outlet.flush()) arrived.push_back(*box.take());
  for (const Message& message : box.drain()) arrived.push_back(message);
  EXPECT_EQ(arrived, (std::vector<Message>{1, 2, "the newest state"}));
}

}  // namespace
