// SPDX-License-Identifier: Apache-2.0
// What readers and brokers that others wrote make of what we say: see tests/wire/foreign and
// config/wire/asyncapi.yaml.
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/flow/site.h"
#include "tests/robot/visitor.h"

namespace tertulia::flow {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kDocument = TERTULIA_SOURCE_DIR "/config/wire/asyncapi.yaml";

std::string foreign(const char* script) { return std::string(TERTULIA_FOREIGN "/") + script; }

std::string port_of(Site& site) { return std::to_string(site.broker().port()); }

bool said(const std::filesystem::path& log, const std::string& words) {
  return text_of(log).find(words) != std::string::npos;
}

TEST(foreign_readers, find_nothing_on_the_bus_that_the_document_does_not_say) {
  Site site({"kiosk", "moderator"});
  const auto log = site.folder() / "listen.log";
  Program listener(
      {TERTULIA_NODE, foreign("listen.mjs"), port_of(site), "other", MosquittoServer::kPassword, kDocument},
      log);
  ASSERT_TRUE(Site::eventually([&] { return said(log, "listening"); })) << text_of(log);
  site.start_hub();
  site.start_device();
  const auto glass = site.before("kiosk");
  robot::Ledger ledger;
  robot::Visitor visitor(*glass, ledger, 5);
  for (const char* language : {"en", "ar"}) {
    visitor.answer(language);
    visitor.leave();
  }
  const auto desk = site.before("moderator");
  for (const char* control : {"start", "pause", "resume", "next"}) {
    desk->wait_for([&](const robot::Targets& page) { return page.has(control); }, control);
    desk->tap(control);
  }
  ASSERT_TRUE(site.everything_arrives()) << site.logs();
  for (const std::vector<std::string>& order :
       {std::vector<std::string>{"identify"}, {"announce", "--text", "en=The bus leaves at six"}}) {
    int code = 0;
    std::vector<std::string> words{TERTULIA_HUB_PROGRAM, "command", "flow-1"};
    words.insert(words.end(), order.begin(), order.end());
    words.insert(words.end(), {"--database", site.hub_file(), "--signing-key", site.folder() / "hub.key",
                               "--broker", "127.0.0.1:" + port_of(site), "--username", "hub",
                               "--password-file", site.folder() / "hub-password"});
    EXPECT_THAT(said_by(words, code), HasSubstr("done"));
    EXPECT_EQ(code, 0);
  }
  site.device().stop();
  site.hub().stop();
  EXPECT_EQ(listener.stop(), 0) << text_of(log);
  const std::string report = text_of(log);
  for (const char* message : {"acknowledgement", "announce", "reply 2", "auditRecorded", "contentLoaded",
                              "deviceMeta", "deviceState", "feedbackSubmitted 2", "healthReported",
                              "hubState", "command", "roomTimer", "sessionStarted", "timerChanged"})
    EXPECT_THAT(report, HasSubstr(message));
  EXPECT_THAT(report, Not(HasSubstr("fault")));
}

TEST(foreign_readers, a_message_that_the_document_does_not_say_is_found) {
  Site site({"kiosk"});
  const auto log = site.folder() / "listen.log";
  Program listener(
      {TERTULIA_NODE, foreign("listen.mjs"), port_of(site), "other", MosquittoServer::kPassword, kDocument},
      log);
  ASSERT_TRUE(Site::eventually([&] { return said(log, "listening"); })) << text_of(log);
  int code = 0;
  const std::string wrong =
      said_by({TERTULIA_NODE, foreign("speak.mjs"), port_of(site), "device", MosquittoServer::kPassword, "p",
               "trt/1/p/d/ack", R"({"epoch":"","seq":-1,"miss":[]})"},
              code);
  EXPECT_EQ(code, 0) << wrong;
  EXPECT_EQ(listener.stop(), 1) << text_of(log);
  EXPECT_THAT(text_of(log), HasSubstr("fault: trt/1/p/d/ack: "));
  EXPECT_THAT(text_of(log), HasSubstr("/seq must be >= 0"));
}

TEST(foreign_writers, the_hub_takes_events_of_another_kit_in_both_modes) {
  Site site({"kiosk"});
  site.start_hub();
  ASSERT_TRUE(Site::eventually([&] { return std::filesystem::exists(site.hub_file()); }));
  int code = 0;
  const std::string ids = said_by({TERTULIA_NODE, foreign("speak.mjs"), port_of(site), "other",
                                   MosquittoServer::kPassword, "peer-exchange"},
                                  code);
  ASSERT_EQ(code, 0) << ids;
  EXPECT_TRUE(Site::eventually([&] { return site.hub_holds().ids.size() == 2; })) << site.logs();
  for (const std::string& id : site.hub_holds().ids) EXPECT_THAT(ids, HasSubstr(id));
  EXPECT_EQ(site.hub_holds().quarantined, 0U);
}

TEST(another_broker, one_that_speaks_no_mqtt_5_loses_nothing) {
  Site site({"kiosk"});
  site.broker().kill();
  const auto log = site.folder() / "old.log";
  Program old({TERTULIA_NODE, foreign("old_broker.mjs"), port_of(site)}, log);
  ASSERT_TRUE(Site::eventually([&] { return said(log, "listening"); })) << text_of(log);
  site.start_device();
  const auto glass = site.before("kiosk");
  robot::Ledger ledger;
  robot::Visitor visitor(*glass, ledger, 6);
  visitor.answer("fr");
  EXPECT_TRUE(Site::eventually([&] { return said(log, "refused"); }));
  EXPECT_EQ(site.device_holds().waiting, site.device_holds().stored.size() + 3);  // and its own news
  old.kill();
  ASSERT_TRUE(site.broker().start());
  site.start_hub();
  EXPECT_TRUE(site.everything_arrives()) << site.logs();
  EXPECT_EQ(site.hub_holds().ids.size(), 1U);
}

}  // namespace
}  // namespace tertulia::flow
