// SPDX-License-Identifier: Apache-2.0
// Commands of `tertulia-hub` as people type them: what they say, and what is left when they fail.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drivers/linux/clock.h"
#include "drivers/openssl/certificates.h"
#include "drivers/openssl/enrolment_request.h"
#include "firmware/wire/envelope.h"
#include "hub/store/database.h"
#include "hub/trust/authority.h"
#include "hub/trust/signing_key.h"
#include "tests/hub/events.h"
#include "tests/hub/process.h"
#include "tests/support/scratch_folder.h"

namespace tertulia::hub {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class hub_commands : public testing::Test {
 protected:
  hub_commands() {
    EXPECT_TRUE(make_authority(ca_, {"broker.example"}, now_).ok());
    EXPECT_TRUE(make_signing_key(folder_.file("hub.key")).ok());
  }
  // What it says; its exit code is in code_.
  std::string run(const std::string& arguments) {
    return output_of(
        "cd " + folder_.path().string() + " && " + program_ + " " + arguments + " </dev/null 2>&1", code_);
  }
  std::string enrol_to(const std::string& to, const std::string& more = {}) {
    const std::string key = openssl::make_key();
    const openssl::Applicant applicant{"kiosk-1", {"kiosk"}};
    folder_.write("request.pem", openssl::make_enrolment_request(key, applicant, now_).value());
    return run("enrol request.pem --authority ca --signing-key hub.key --code " +
               openssl::code_for(applicant, openssl::public_key_of(key).value()) + " --to " + to + more);
  }
  std::vector<std::string> devices() const { return enrolled(ca_).value(); }
  void hear(const wire::Origin& device) const {
    auto database = std::move(Database::open(folder_.file("hub.db"))).value();
    const Device named{device, "e1"};
    const std::vector<Arrival> heard{sort_message(audit(named, 1))};
    EXPECT_TRUE(database.store(heard, now_).ok());
  }

  const std::string program_ = std::filesystem::absolute(TERTULIA_HUB_PROGRAM).string();
  ScratchFolder folder_;
  WallTime now_ = SystemClock::open().value().now().wall;
  std::string ca_ = folder_.file("ca");
  int code_ = -1;
};

TEST_F(hub_commands, enrol_to_where_nothing_can_be_written_leaves_the_name_free) {
  EXPECT_THAT(enrol_to("nowhere/a"), HasSubstr("nowhere"));
  EXPECT_NE(code_, 0);
  EXPECT_THAT(devices(), IsEmpty());
  EXPECT_THAT(enrol_to("kiosk-1.answer"), AllOf(HasSubstr("--take FILE --code"), Not(HasSubstr("revoked"))));
  EXPECT_EQ(code_, 0);
  EXPECT_THAT(devices(), ElementsAre("kiosk-1"));
}

TEST_F(hub_commands, enrol_to_a_full_stick_takes_the_certificate_back) {
  std::filesystem::create_directory(folder_ / "kiosk-1.answer");  // cannot be replaced by a file
  std::filesystem::create_directory(folder_ / "kiosk-1.answer" / "x");
  EXPECT_THAT(enrol_to("kiosk-1.answer"), HasSubstr("type the command again"));
  EXPECT_NE(code_, 0);
  EXPECT_THAT(devices(), IsEmpty());
  enrol_to("other.answer");
  EXPECT_EQ(code_, 0);
}

TEST_F(hub_commands, enrol_in_the_place_of_a_certificate_says_what_keeps_the_old_one_out) {
  enrol_to("first.answer");
  EXPECT_THAT(enrol_to("second.answer", " --replace"),
              AllOf(HasSubstr("broker-config"), HasSubstr("restart the broker")));
  EXPECT_EQ(code_, 0);
}

TEST_F(hub_commands, broker_config_says_for_which_programme_and_when_to_run_it_again) {
  EXPECT_THAT(run("broker-config broker --authority ca --programme my-programme"),
              AllOf(HasSubstr("programme = \"my-programme\""),
                    HasSubstr("run this again when devices are enrolled")));
  enrol_to("first.answer");
  EXPECT_THAT(run("broker-config broker --authority ca"),
              AllOf(HasSubstr("programme = \"peer-exchange\""), HasSubstr("of which 1 are enrolled"),
                    Not(HasSubstr("run this again"))));
}

// No broker listens there: it is said before.
TEST_F(hub_commands, a_command_goes_to_the_programme_in_which_the_hub_has_heard_of_the_device) {
  const std::string rest = " identify --database hub.db --signing-key hub.key --broker 127.0.0.1:1 --wait 1";
  EXPECT_THAT(run("command kiosk-1" + rest), HasSubstr("not heard of kiosk-1"));
  hear({"lisbon", "kiosk-1"});
  EXPECT_THAT(run("command kiosk-1" + rest), Not(HasSubstr("programme")));
  hear({"porto", "kiosk-1"});
  EXPECT_THAT(run("command kiosk-1" + rest), HasSubstr("say --programme with one of lisbon, porto"));
  EXPECT_THAT(run("command kiosk-1 --programme porto" + rest), Not(HasSubstr("say --programme")));
}

TEST_F(hub_commands, import_of_a_file_without_its_digest_is_no_failure) {
  const auto line = [](std::uint64_t seq) {
    const Message message = audit(Device{{"lisbon", "kiosk-1"}, "e1"}, seq);
    return wire::to_structured(wire::from_message(message).value()) + "\n";
  };
  const std::string words = " --unsigned --database hub.db";
  folder_.write("a.jsonl", line(1));
  EXPECT_THAT(run("import a.jsonl" + words),
              AllOf(HasSubstr("1 new"), HasSubstr("a.jsonl.sha256"), Not(HasSubstr("not taken"))));
  EXPECT_EQ(code_, 0);
  EXPECT_THAT(run("status --database hub.db"), HasSubstr("--unsigned name no device"));
  folder_.write("b.jsonl", line(2));
  folder_.write("b.jsonl.sha256", std::string(64, '0') + "  b.jsonl\n");
  EXPECT_THAT(run("import b.jsonl" + words),
              AllOf(HasSubstr("1 new"), HasSubstr("not what its .sha256 says"), Not(HasSubstr("not taken"))));
  EXPECT_NE(code_, 0);
  folder_.write("c.jsonl", line(3) + "no event\n");
  EXPECT_THAT(run("import c.jsonl" + words), AllOf(HasSubstr("1 refused"), HasSubstr("not taken")));
  EXPECT_NE(code_, 0);
}

}  // namespace
}  // namespace tertulia::hub
