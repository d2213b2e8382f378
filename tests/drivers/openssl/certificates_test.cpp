// SPDX-License-Identifier: Apache-2.0
// Requests, certificates and lists of those that are no good; what the program `openssl` says of them counts.
#include "drivers/openssl/certificates.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <stdlib.h>

#include "drivers/openssl/authority.h"

namespace tertulia::openssl {
namespace {

using Side = Purpose::Side;

WallTime wall_now() { return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()); }

class certificates : public testing::Test {
 protected:
  Authority authority = make_authority("tertulia test", {wall_now(), 30}).value();
  std::string key = make_key();
  std::string request = make_request(key, "kiosk-1").value();

  [[nodiscard]] std::string issued(int days = 30) const {
    return issue(authority, {request, {wall_now(), days}, {Side::kClient, {}}}).value();
  }
};

class certificates_to_openssl : public certificates {
 protected:
  ~certificates_to_openssl() override { std::filesystem::remove_all(folder_); }
  // Exit code of `openssl WORDS` in the folder of this test.
  int says(const std::string& words) const {
    return std::system(("cd " + folder_.string() + " && openssl " + words + " >>log 2>&1").c_str());
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
  }

 private:
  static std::filesystem::path make_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "tertulia-pem-XXXXXX").string();
    return mkdtemp(name.data()) ? std::filesystem::path(name) : std::filesystem::path();
  }
  std::filesystem::path folder_ = make_folder();
};

TEST_F(certificates, carry_the_name_and_the_key_of_their_request) {
  const auto asked = read_request(request);
  ASSERT_TRUE(asked.ok());
  EXPECT_EQ(asked.value().common_name, "kiosk-1");
  const auto made = read_certificate(issued());
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(made.value().common_name, "kiosk-1");
  EXPECT_EQ(made.value().public_key, asked.value().public_key);
  EXPECT_EQ(made.value().public_key, public_key_of(key).value());
  EXPECT_NE(made.value().serial, read_certificate(issued()).value().serial);
}

TEST_F(certificates, hold_nothing_of_their_request_but_its_name_and_key) {
  const std::string with_note = make_request(key, "kiosk-1", "a note").value();
  EXPECT_EQ(read_request(with_note).value().note, "a note");
  EXPECT_EQ(read_request(request).value().note, "");
  const auto made = read_certificate(
      issue(authority, {with_note, {wall_now(), 30}, {Side::kClient, {}}, "kiosk,room"}).value());
  EXPECT_EQ(made.value().note, "");
  EXPECT_EQ(made.value().unit, "kiosk,room");
  EXPECT_EQ(read_certificate(issued()).value().unit, "");
}

TEST_F(certificates, a_request_that_was_changed_is_refused) {
  const std::string other = make_request(make_key(), "kiosk-1").value();
  std::string mixed = request;
  const auto at = mixed.find('\n', 100);
  mixed[at - 5] = mixed[at - 5] == 'A' ? 'B' : 'A';
  EXPECT_FALSE(read_request(mixed).ok());
  EXPECT_FALSE(read_request("").ok());
  EXPECT_FALSE(read_request(issued()).ok());
  EXPECT_TRUE(read_request(other).ok());
}

TEST_F(certificates, are_checked_against_their_authority_and_the_key_of_the_device) {
  const std::string good = issued();
  EXPECT_TRUE(check_issued(good, authority.certificate, key).ok());
  EXPECT_FALSE(check_issued(good, authority.certificate, make_key()).ok());
  EXPECT_FALSE(
      check_issued(good, make_authority("tertulia test", {wall_now(), 30}).value().certificate, key).ok());
}

TEST_F(certificates, of_a_broker_need_the_names_of_its_hosts) {
  const auto with = [&](std::vector<std::string> hosts) {
    return issue(authority, {request, {wall_now(), 30}, {Side::kServer, std::move(hosts)}}).ok();
  };
  EXPECT_TRUE(with({"broker.example", "10.0.0.5", "fe80::1"}));
  EXPECT_FALSE(with({}));
  EXPECT_FALSE(with({"broker,IP:1.2.3.4"}));
  EXPECT_FALSE(with({"a\nb"}));
}

TEST_F(certificates_to_openssl, are_good_for_what_they_were_made_for_and_for_nothing_else) {
  write("ca.pem", authority.certificate);
  write("client.pem", issued());
  write("server.pem", issue(authority, {request, {wall_now(), 30}, {Side::kServer, {"10.0.0.5"}}}).value());
  EXPECT_EQ(says("verify -x509_strict -CAfile ca.pem -purpose sslclient client.pem"), 0);
  EXPECT_NE(says("verify -CAfile ca.pem -purpose sslserver client.pem"), 0);
  EXPECT_EQ(says("verify -CAfile ca.pem -purpose sslserver -verify_ip 10.0.0.5 server.pem"), 0);
  EXPECT_NE(says("verify -CAfile ca.pem -purpose sslserver -verify_ip 10.0.0.6 server.pem"), 0);
  EXPECT_NE(says("verify -CAfile client.pem client.pem"), 0) << "no device is an authority";
}

TEST_F(certificates_to_openssl, that_are_on_the_list_are_good_for_nothing) {
  const std::string good = issued();
  const std::string gone = issued();
  write("ca.pem", authority.certificate);
  write("good.pem", good);
  write("gone.pem", gone);
  write("list.pem", revocation_list(authority, {read_certificate(gone).value().serial}, wall_now()).value());
  EXPECT_EQ(says("verify -crl_check -CRLfile list.pem -CAfile ca.pem good.pem"), 0);
  EXPECT_NE(says("verify -crl_check -CRLfile list.pem -CAfile ca.pem gone.pem"), 0);
  EXPECT_FALSE(revocation_list(authority, {"not hex"}, wall_now()).ok());
}

}  // namespace
}  // namespace tertulia::openssl
