// SPDX-License-Identifier: Apache-2.0
// How a device is taken in, with the two real programs and what people carry between them.
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/trust/secure_site.h"

namespace tertulia::trust {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class enrolment : public testing::Test {
 protected:
  SecureSite site_;
  [[nodiscard]] std::string text(const std::string& name) const { return text_of(site_.file(name)); }
  [[nodiscard]] SecureSite::Said take(const std::string& device, const std::string& answer,
                                      const std::string& code) {
    return site_.device_says(
        {"enrol", "--config", site_.file(device + ".toml"), "--take", site_.file(answer), "--code", code});
  }
  // Of the answer to a device, as the hub showed it last.
  [[nodiscard]] static std::string code_in(const std::string& words) {
    const auto at = words.rfind("--code ") + 7;
    return words.substr(at, words.find_first_of(" \n", at) - at);
  }
};

TEST_F(enrolment, shows_a_code_and_a_picture_and_the_key_never_leaves_the_device) {
  const std::string words = site_.enrol("kiosk-3");
  EXPECT_THAT(words, HasSubstr("█"));
  EXPECT_THAT(words, HasSubstr("--code "));
  EXPECT_THAT(words, HasSubstr("kiosk-3: kiosk, room\n"));
  EXPECT_THAT(words, HasSubstr("for the device  kiosk-3\n  with the roles  kiosk, room\n"));
  EXPECT_THAT(words, HasSubstr("kiosk-3 is enrolled"));
  EXPECT_THAT(words + text("kiosk-3.request.pem") + text("kiosk-3.answer"), Not(HasSubstr("PRIVATE")));
  const auto mode = fs::status(site_.file("kiosk-3.identity") / "key.pem").permissions();
  EXPECT_EQ(mode, fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(enrolment, the_hub_refuses_a_request_that_was_exchanged_on_its_way) {
  const auto asked =
      site_.device_says({"enrol", "--config", site_.file("kiosk-1.toml"), "--to", site_.file("")});
  ASSERT_EQ(asked.code, 0) << asked.words;
  const auto refused = site_.hub_says({"enrol", site_.file("kiosk-2.request.pem"), "--code", "aaaa-bbbb-cccc",
                                       "--replace", "--authority", site_.file("authority"), "--signing-key",
                                       site_.file("signing.key"), "--to", site_.file("x")});
  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.words, HasSubstr("the code of this request is not the one"));
}

// The stick of a device that is called desk-1 and shows the code of kiosk-3.
TEST_F(enrolment, the_hub_refuses_a_code_that_was_shown_for_another_name) {
  static_cast<void>(site_.enrol("kiosk-3"));
  const std::string configuration = text("kiosk-3.toml");
  const auto shown =
      site_.device_says({"enrol", "--config", site_.file("kiosk-3.toml"), "--to", site_.file("")});
  std::string renamed = configuration;
  renamed.replace(renamed.find("\"kiosk-3\""), 9, "\"desk-1\"");
  std::ofstream(site_.file("desk-1.toml")) << renamed;
  ASSERT_EQ(site_.device_says({"enrol", "--config", site_.file("desk-1.toml"), "--to", site_.file("")}).code,
            0);
  const auto refused = site_.hub_says({"enrol", site_.file("desk-1.request.pem"), "--code",
                                       code_in(shown.words), "--authority", site_.file("authority"),
                                       "--signing-key", site_.file("signing.key"), "--to", site_.file("x")});
  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.words, HasSubstr("for the device  desk-1"));
  EXPECT_THAT(refused.words, HasSubstr("the code of this request is not the one"));
}

TEST_F(enrolment, a_device_refuses_an_answer_that_was_exchanged_on_its_way) {
  const auto refused = take("kiosk-1", "kiosk-1.answer", "aaaa-bbbb-cccc");
  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.words, HasSubstr("the typed code does not belong to this file"));
}

TEST_F(enrolment, a_device_refuses_the_answer_to_another) {
  const std::string words = site_.enrol("kiosk-2", {"--replace"});
  const auto refused = take("kiosk-1", "kiosk-2.answer", code_in(words));
  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.words, HasSubstr("for another key"));
}

TEST_F(enrolment, a_device_with_a_broker_and_no_key_of_the_hub_does_not_start_and_says_why) {
  std::ofstream(site_.file("bare.toml")) << "[store]\npath = \"bare.db\"\n[broker]\nhost = \"127.0.0.1\"\n";
  const auto said = site_.device_says({"run", "--once", "--config", site_.file("bare.toml"), "--pack",
                                       TERTULIA_SOURCE_DIR "/config/visits/lisbon", "--role", "room"});
  EXPECT_EQ(said.code, 1);
  EXPECT_THAT(said.words, HasSubstr("tertulia-hub make-key"));
}

TEST_F(enrolment, a_device_that_waits_for_it_starts_shows_its_request_and_keeps_its_key) {
  std::ofstream(site_.file("new.toml"))
      << "[device]\nid = \"kiosk-9\"\n[store]\npath = \"new.db\"\n[broker]\nidentity = \"new.identity\"\n";
  const std::vector<std::string> start{"run",      "--once",
                                       "--config", site_.file("new.toml"),
                                       "--pack",   TERTULIA_SOURCE_DIR "/config/visits/lisbon",
                                       "--role",   "room"};
  const auto said = site_.device_says(start);
  EXPECT_EQ(said.code, 0) << said.words;
  EXPECT_THAT(said.words, HasSubstr("not enrolled"));
  const std::string key = text("new.identity/key.pem");
  EXPECT_FALSE(key.empty());
  const auto asked = site_.device_says({"enrol", "--config", site_.file("new.toml"), "--to", site_.file("")});
  EXPECT_EQ(asked.code, 0) << asked.words;
  EXPECT_EQ(text("new.identity/key.pem"), key) << "one code on the glass and on the terminal";
}

TEST_F(enrolment, a_device_that_runs_goes_on_by_itself_when_it_is_taken_in) {
  constexpr int kStartAnew = 75;
  std::ofstream(site_.file("kiosk-9.toml")) << "[device]\nid = \"kiosk-9\"\n[store]\npath = "
                                               "\"kiosk-9.db\"\n[broker]\nidentity = \"kiosk-9.identity\"\n";
  Program device({TERTULIA_PROGRAM, "run", "--config", site_.file("kiosk-9.toml"), "--pack",
                  TERTULIA_SOURCE_DIR "/config/visits/lisbon", "--role", "kiosk", "--size", "800x480"},
                 site_.file("kiosk-9.log"));
  EXPECT_TRUE(
      SecureSite::eventually([&] { return text("kiosk-9.log").find("not enrolled") != std::string::npos; }));
  EXPECT_THAT(site_.enrol("kiosk-9"), HasSubstr("restarts by itself"));
  EXPECT_EQ(device.wait(SecureSite::kPatience), kStartAnew) << text("kiosk-9.log");
}

TEST_F(enrolment, the_signing_key_is_made_once_and_for_its_owner_alone) {
  const auto made = site_.hub_says({"make-key", site_.file("new.key")});
  EXPECT_EQ(made.code, 0);
  EXPECT_EQ(fs::status(site_.file("new.key")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(site_.hub_says({"show-key", site_.file("new.key")}).words, made.words);
  const std::string secret = text("new.key");
  EXPECT_EQ(site_.hub_says({"make-key", site_.file("new.key")}).code, 1);
  EXPECT_EQ(text("new.key"), secret);
  fs::permissions(site_.file("new.key"), fs::perms::group_read, fs::perm_options::add);
  EXPECT_THAT(site_.hub_says({"show-key", site_.file("new.key")}).words, HasSubstr("chmod 600"));
}

}  // namespace
}  // namespace tertulia::trust
