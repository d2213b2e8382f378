// SPDX-License-Identifier: Apache-2.0
// A bounded queue between two threads.
#include "firmware/threads/mailbox.h"

#include <thread>

#include <gtest/gtest.h>

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

}  // namespace
