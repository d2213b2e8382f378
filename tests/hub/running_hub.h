// SPDX-License-Identifier: Apache-2.0
// The real program, a real broker, and a simple device that keeps its rows until the hub's word covers them.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "hub/trust/signing_key.h"
#include "tests/hub/process.h"
#include "tests/hub/test_database.h"
#include "tests/hub/test_device.h"
#include "tests/support/mosquitto_server.h"
#include "tests/support/scratch_folder.h"

namespace tertulia::hub {

inline std::string write_password(const std::string& path) {
  std::ofstream(path) << MosquittoServer::kPassword << "\n";
  std::filesystem::permissions(path,
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  return path;
}

class RunningHub : public testing::TestWithParam<Kind> {
 protected:
  void start_hub(const std::string& batch_milliseconds = "20") {
    hub_ = Process({TERTULIA_HUB_PROGRAM, "collect", "--database", database_.name(), "--username", "hub",
                    "--password-file", password_file_, "--signing-key", signing_key_, "--broker",
                    "127.0.0.1:" + std::to_string(broker_.port()), "--collectors", "3", "--batch-ms",
                    batch_milliseconds},
                   scratch_.file("hub.log"));
    device_.hub_key = public_key_;
    ASSERT_TRUE(device_.pump([&] { return device_.is_hub_online(); }));
  }
  void stop_hub_hard() {
    hub_.kill_hard();
    ASSERT_TRUE(device_.pump([&] { return !device_.is_hub_online(); }));
  }
  bool deliver() {
    device_.send_all();
    return device_.pump([&] { return device_.has_nothing_left(); });
  }
  std::string run(const std::string& arguments) {
    int code = -1;
    auto output = output_of(std::string(TERTULIA_HUB_PROGRAM) + " " + arguments + " --database '" +
                                database_.name() + "'" + " 2>" + scratch_.file("run.log"),
                            code);
    EXPECT_EQ(code, 0);
    return output;
  }

  ScratchFolder scratch_;
  TestDatabase database_{GetParam()};
  std::string password_file_ = write_password(scratch_.file("password"));
  std::string signing_key_ = scratch_.file("signing.key");
  wire::PublicKey public_key_ = make_signing_key(signing_key_).value();
  MosquittoServer broker_;
  TestDevice device_{broker_.address("device"), database_.name()};
  Process hub_;
};

}  // namespace tertulia::hub
