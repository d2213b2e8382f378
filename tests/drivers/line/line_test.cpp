// SPDX-License-Identifier: Apache-2.0
// A line in TLS with real servers: who is let in, and what is said of who is not. Certificates are made with
// the programme's own tools, as a hub makes them.
#include "drivers/line/line.h"

#include <fstream>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>

#include "drivers/openssl/authority.h"
#include "drivers/openssl/certificates.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/scripted_server.h"
#include "tests/support/tls_server.h"

namespace tertulia {
namespace {

constexpr const char* kBroker = "broker.tertulia.example";
constexpr int kDays = 10;

WallTime days_from_now(int days) {
  return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()) + std::chrono::hours(24 * days);
}

openssl::Authority authority(const std::string& name, int begins = -1, int days = kDays) {
  return openssl::make_authority(name, {days_from_now(begins), days}).value();
}

struct Wanted {
  std::string name;
  std::vector<std::string> hosts;
  int begins = -1;  // days from now
  openssl::Purpose::Side side = openssl::Purpose::Side::kServer;
};
TlsServer::Identity issued_by(const openssl::Authority& by, const Wanted& wanted) {
  const std::string key = openssl::make_key();
  const std::string request = openssl::make_request(key, wanted.name).value();
  return {
      openssl::issue(by, {request, {days_from_now(wanted.begins), 5}, {wanted.side, wanted.hosts}}).value(),
      key,
      {}};
}

class a_line : public testing::Test {
 protected:
  openssl::Authority ours = authority("Tertulia programme");
  ScratchFolder folder;
  std::optional<Line> line;
  std::string received;

  [[nodiscard]] TlsFiles files() const {
    std::ofstream(folder / "ca.pem") << ours.certificate;
    return {folder / "ca.pem", "", ""};
  }
  // Shakes hands, and hears until `enough` or the end.
  void talk(int port, const TlsFiles& with, const std::string& host = kBroker, std::size_t enough = 0) {
    Descriptor end(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_in address = loopback(port);
    ASSERT_EQ(connect(end.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    fcntl(end.get(), F_SETFL, O_NONBLOCK);
    auto tls = Tls::open(with, host);
    ASSERT_TRUE(tls.ok()) << tls.error().message;
    line.emplace(std::move(end), std::move(tls).value());
    received.clear();
    for (int turn = 0; turn < 500 && !line->end() && (!line->is_open() || received.size() < enough); ++turn) {
      pollfd waiting{line->socket(), POLLIN, 0};
      poll(&waiting, 1, 20);
      received += line->receive();
    }
  }
  [[nodiscard]] TlsFailure failure_with(const TlsServer::Identity& identity) {
    const TlsServer server(identity);
    talk(server.port(), files());
    EXPECT_TRUE(line->end()) << "who answers there was trusted";
    EXPECT_EQ(server.trusted_by(), 0);
    return line->failure().value_or(TlsFailure{});
  }
};

TEST_F(a_line, opens_to_who_has_a_certificate_of_the_programme_for_that_name) {
  const TlsServer server(issued_by(ours, {"broker", {kBroker}}), std::string(50'000, 'x'));
  talk(server.port(), files(), kBroker, 50'000);
  EXPECT_TRUE(line->is_open()) << line->end().value_or("");
  EXPECT_EQ(received, std::string(50'000, 'x'));
  EXPECT_FALSE(line->failure());
  EXPECT_TRUE(server.asked_for(kBroker));
}

TEST_F(a_line, opens_to_an_address_that_stands_in_the_certificate) {
  for (const char* host : {"127.0.0.1", "::1"}) {
    const TlsServer server(issued_by(ours, {"broker", {host}}));
    talk(server.port(), files(), host);
    EXPECT_TRUE(line->is_open()) << host << " " << line->end().value_or("");
  }
}

TEST_F(a_line, says_who_answered_where_a_hotel_answers) {
  const auto hotel = authority("Globe Hotels CA");
  const TlsFailure failure = failure_with(issued_by(hotel, {"login.globe.example", {"login.globe.example"}}));
  EXPECT_EQ(failure.fault, TlsFault::kStranger);
  EXPECT_EQ(failure.certificate.subject, "login.globe.example");
  EXPECT_EQ(failure.certificate.issuer, "Globe Hotels CA");
  EXPECT_EQ(failure.certificate.names, std::vector<std::string>{"login.globe.example"});
  EXPECT_EQ(failure.host, kBroker);
}

TEST_F(a_line, takes_a_hotel_for_a_hotel_also_when_its_certificate_has_expired) {
  const auto hotel = authority("Globe Hotels CA", -20, 40);
  EXPECT_EQ(failure_with(issued_by(hotel, {"hotel", {"hotel.example"}, -10})).fault, TlsFault::kStranger);
}

TEST_F(a_line, tells_a_broker_of_a_new_authority_from_a_hotel) {
  const auto renewed = authority("Tertulia programme");
  const TlsFailure failure = failure_with(issued_by(renewed, {"broker", {kBroker}}));
  EXPECT_EQ(failure.fault, TlsFault::kOtherAuthority);
  EXPECT_EQ(failure.certificate.issuer, "Tertulia programme");
}

TEST_F(a_line, says_for_whom_the_certificate_is_where_it_is_the_wrong_one) {
  const TlsFailure failure = failure_with(issued_by(ours, {"broker", {"other.example", "10.0.0.7"}}));
  EXPECT_EQ(failure.fault, TlsFault::kWrongName);
  EXPECT_EQ(failure.certificate.names, (std::vector<std::string>{"other.example", "10.0.0.7"}));
}

TEST_F(a_line, says_when_a_certificate_begins_and_when_it_ended) {
  const TlsFailure early = failure_with(issued_by(ours, {"broker", {kBroker}, 2}));
  EXPECT_EQ(early.fault, TlsFault::kNotYetValid);
  EXPECT_GT(early.certificate.from, days_from_now(1));
  ours = authority("Tertulia programme", -30, 60);
  const TlsFailure late = failure_with(issued_by(ours, {"broker", {kBroker}, -20}));
  EXPECT_EQ(late.fault, TlsFault::kExpired);
  EXPECT_LT(late.certificate.until, days_from_now(-14));
}

TEST_F(a_line, says_that_what_answers_speaks_no_tls) {
  const ScriptedServer page("HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\n\r\n");
  talk(page.port(), files());
  ASSERT_TRUE(line->failure()) << line->end().value_or("");
  EXPECT_EQ(line->failure()->fault, TlsFault::kNoTls);
}

TEST_F(a_line, says_that_its_own_certificate_is_refused) {
  auto broker = issued_by(ours, {"broker", {kBroker}});
  broker.guests_by = ours.certificate;
  const TlsServer server(broker, "never");
  const auto other = authority("Somebody else");
  const auto own = issued_by(other, {"device", {}, -1, openssl::Purpose::Side::kClient});
  TlsFiles with = files();
  with.cert_file = folder / "own.pem";
  with.key_file = folder / "own.key";
  std::ofstream(with.cert_file) << own.certificate;
  std::ofstream(with.key_file) << own.key;
  talk(server.port(), with, kBroker, 1);
  ASSERT_TRUE(line->failure()) << line->end().value_or("nothing was said");
  EXPECT_EQ(line->failure()->fault, TlsFault::kOwnRefused);
}

TEST_F(a_line, names_the_file_that_cannot_be_used) {
  const auto opened = Tls::open({"/nowhere/ca.pem", "", ""}, kBroker);
  ASSERT_FALSE(opened.ok());
  EXPECT_NE(opened.error().message.find("/nowhere/ca.pem"), std::string::npos) << opened.error().message;
}

}  // namespace
}  // namespace tertulia
