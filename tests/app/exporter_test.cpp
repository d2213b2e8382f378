// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/keeper/exporter.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

// The thread from beginning to end, with one command; what it told the courier.
to_courier::Reply reply_to_a_command(const Export& write) {
  ExporterBox in(1);
  CourierBox courier(1);
  EXPECT_TRUE(in.put(to_exporter::ExportNow{"c7"}));
  in.close();
  run_exporter(write, {in, courier});
  const auto told = courier.drain();
  return told.empty() ? to_courier::Reply{} : std::get<to_courier::Reply>(told.front());
}

TEST(exporter, tells_the_hub_what_it_has_written) {
  const auto answer = reply_to_a_command([] { return std::string("file.jsonl: 3 events"); });
  EXPECT_EQ(answer.command, "export-now");
  EXPECT_EQ(answer.correlation, "c7");
  EXPECT_EQ(answer.reply, (CommandReply{ReplyResult::kDone, "file.jsonl: 3 events"}));
}

TEST(exporter, tells_the_hub_why_nothing_was_written) {
  const auto answer = reply_to_a_command([] { return Error{"the stick is full"}; });
  EXPECT_EQ(answer.reply, (CommandReply{ReplyResult::kRefused, "the stick is full"}));
}

}  // namespace
}  // namespace tertulia
