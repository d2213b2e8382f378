// SPDX-License-Identifier: Apache-2.0
// Certificates in files, made for a test: one that vouches for itself, for 127.0.0.1; and a stranger. Gone
// when this object goes.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

namespace tertulia {

class Certificates {
 public:
  Certificates() {
    std::string name = (std::filesystem::temp_directory_path() / "tertulia-tls-XXXXXX").string();
    if (mkdtemp(name.data())) folder_ = name;
    make("server");
    make("stranger");
  }
  ~Certificates() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Certificates(const Certificates&) = delete;
  Certificates& operator=(const Certificates&) = delete;

  [[nodiscard]] std::string path(const std::string& file) const { return (folder_ / file).string(); }
  [[nodiscard]] std::string lines() const {
    return "certfile " + path("server.pem") + "\nkeyfile " + path("server.key") + "\n";
  }

 private:
  void make(const std::string& name) const {
    const std::string command =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=" + name +
        " -addext subjectAltName=IP:127.0.0.1 -keyout " + path(name + ".key") + " -out " +
        path(name + ".pem") + " >/dev/null 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0) << "install the package openssl";
  }

  std::filesystem::path folder_;
};

}  // namespace tertulia
