// SPDX-License-Identifier: Apache-2.0
// Stands before a server of this machine and makes the line to it long: every piece arrives late by half a
// round trip in its direction, in order. A lost piece is one that TCP has to repeat: it and all after it come
// a round trip and a half later still. Which pieces are lost is the same in each run. Its thread ends with
// this object.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <deque>
#include <list>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <poll.h>
#include <sys/eventfd.h>

#include "firmware/files/descriptor.h"
#include "tests/support/loopback.h"

namespace tertulia {

class SlowRelay {
 public:
  using Clock = std::chrono::steady_clock;
  struct Line {
    std::chrono::milliseconds round_trip{0};
    double lost = 0;  // share of the pieces
  };

  SlowRelay(int server, Line line) : server_(server), line_(line) {
    sockaddr_in address = loopback(0);
    bind(listener_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address);
    listen(listener_.get(), 16);
    thread_ = std::thread([this] { serve(); });
  }
  ~SlowRelay() {
    eventfd_write(stop_.get(), 1);
    thread_.join();
  }
  SlowRelay(const SlowRelay&) = delete;
  SlowRelay& operator=(const SlowRelay&) = delete;

  [[nodiscard]] int port() const {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    getsockname(listener_.get(), reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
  }
  [[nodiscard]] int lost() const { return lost_; }      // pieces
  [[nodiscard]] int guests() const { return guests_; }  // connections

 private:
  struct Piece {
    Clock::time_point due;
    std::string bytes;
  };
  struct Way {  // from one socket to the other
    int from = -1;
    int to = -1;
    std::deque<Piece> under_way = {};
    bool has_ended = false;  // nothing more comes from there
  };
  struct Guest {
    Descriptor near;
    Descriptor far;
    std::array<Way, 2> ways;
    bool is_over = false;
  };

  void serve() {
    while (true) {
      std::vector<pollfd> watched = {{stop_.get(), POLLIN, 0}, {listener_.get(), POLLIN, 0}};
      for (const Guest& guest : guests_here_)
        for (const Way& way : guest.ways)
          if (!way.has_ended) watched.push_back({way.from, POLLIN, 0});
      poll(watched.data(), watched.size(), 5);
      if (watched[0].revents != 0) return;
      if (watched[1].revents != 0) welcome();
      for (Guest& guest : guests_here_)
        for (Way& way : guest.ways) {
          take(way);
          pass_on(guest, way);
        }
      guests_here_.remove_if([](const Guest& guest) { return guest.is_over; });
    }
  }

  void welcome() {
    Guest guest{Descriptor(accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK)),
                Descriptor(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)),
                {},
                false};
    const sockaddr_in address = loopback(server_);
    if (connect(guest.far.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) return;
    guest.ways[0] = {guest.near.get(), guest.far.get()};
    guest.ways[1] = {guest.far.get(), guest.near.get()};
    guests_here_.push_back(std::move(guest));
    ++guests_;
  }

  void take(Way& way) {
    std::array<char, 16384> bytes{};
    const ssize_t size = recv(way.from, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (size < 0 || way.has_ended) return;
    way.has_ended = size == 0;
    auto due = Clock::now() + line_.round_trip / 2;
    if (size > 0 && std::bernoulli_distribution(line_.lost)(chance_)) {
      due += line_.round_trip * 3 / 2;
      ++lost_;
    }
    if (!way.under_way.empty()) due = std::max(due, way.under_way.back().due);
    way.under_way.push_back({due, std::string(bytes.data(), static_cast<std::size_t>(size))});
  }

  static void pass_on(Guest& guest, Way& way) {
    while (!way.under_way.empty() && way.under_way.front().due <= Clock::now()) {
      const std::string& bytes = way.under_way.front().bytes;
      if (bytes.empty() || send(way.to, bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0) guest.is_over = true;
      way.under_way.pop_front();
    }
  }

  const int server_;
  const Line line_;
  const Descriptor stop_{eventfd(0, EFD_CLOEXEC)};
  const Descriptor listener_{socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
  std::list<Guest> guests_here_;
  std::mt19937 chance_{7};
  std::atomic<int> lost_ = 0;
  std::atomic<int> guests_ = 0;
  std::thread thread_;
};

}  // namespace tertulia
