// SPDX-License-Identifier: Apache-2.0
#include "drivers/wait/waiter.h"

#include <array>

#include <gtest/gtest.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

namespace tertulia {
namespace {

struct waiter : testing::Test {
  std::unique_ptr<Waiter> own = Waiter::open().value();
  std::array<Descriptor, 2> pipe = make_pipe();

  static std::array<Descriptor, 2> make_pipe() {
    std::array<int, 2> ends{};
    EXPECT_EQ(::pipe(ends.data()), 0);
    return {Descriptor(ends[0]), Descriptor(ends[1])};
  }
  static BootTime now() {
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
  }
  Waiter::Report glance() { return own->wait(std::nullopt, Waiter::Patience::kGlance); }
  Waiter::Report sleep(std::optional<BootTime> until) { return own->wait(until, Waiter::Patience::kSleep); }
  void write_one() { EXPECT_EQ(write(pipe[1].get(), "x", 1), 1); }
};

TEST_F(waiter, a_watched_descriptor_with_something_to_read_ends_a_sleep) {
  own->watch(pipe[0].get());
  write_one();
  EXPECT_EQ(sleep(std::nullopt).ready, (std::vector<int>{pipe[0].get()}));
}

TEST_F(waiter, a_forgotten_descriptor_is_not_looked_at) {
  own->watch(pipe[0].get());
  own->forget(pipe[0].get());
  write_one();
  EXPECT_TRUE(glance().ready.empty());
}

TEST_F(waiter, a_descriptor_whose_other_end_closed_is_gone) {
  own->watch(pipe[0].get());
  pipe[1] = Descriptor();
  const auto report = sleep(std::nullopt);
  EXPECT_TRUE(report.ready.empty());
  EXPECT_EQ(report.gone, (std::vector<int>{pipe[0].get()}));
}

TEST_F(waiter, a_sleep_ends_when_its_instant_has_come_and_not_before) {
  const BootTime until = now() + std::chrono::milliseconds(15);
  EXPECT_TRUE(sleep(until).is_due);
  EXPECT_GE(now(), until);
}

TEST_F(waiter, an_old_instant_does_not_end_a_later_sleep) {
  EXPECT_TRUE(sleep(BootTime{-5}).is_due);
  EXPECT_FALSE(glance().is_due);
}

TEST_F(waiter, wakes_are_counted_once_and_kept_until_somebody_waits) {
  own->wake();
  own->wake();
  EXPECT_TRUE(sleep(std::nullopt).is_woken);
  EXPECT_FALSE(glance().is_woken);
}

TEST_F(waiter, both_stop_signals_are_read_instead_of_killing) {
  for (const int signal : {SIGTERM, SIGINT}) {
    kill(getpid(), signal);
    EXPECT_TRUE(sleep(std::nullopt).is_stopped);
  }
  EXPECT_FALSE(glance().is_stopped);
}

}  // namespace
}  // namespace tertulia
