// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/console.h"

#include <iostream>
#include <memory>

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "firmware/domain/terminal_text.h"

namespace tertulia {
namespace {

// Takes the place of %v.
class HarmlessMessage : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& record, const std::tm& /*time*/,
              spdlog::memory_buf_t& line) override {
    const std::string text = log_text({record.payload.data(), record.payload.size()});
    line.append(text.data(), text.data() + text.size());
  }
  [[nodiscard]] std::unique_ptr<spdlog::custom_flag_formatter> clone() const override {
    return std::make_unique<HarmlessMessage>();
  }
};

}  // namespace

void print(std::string_view text) { std::cout << terminal_lines(text) << std::flush; }

void print_drawing(std::string_view drawing) { std::cout << drawing << std::flush; }

void print_error(std::string_view sentence) { std::cerr << log_text(sentence) << '\n'; }

void log_to_standard_error(const std::string& name) {
  spdlog::set_default_logger(spdlog::stderr_logger_mt(name));
  auto formatter = std::make_unique<spdlog::pattern_formatter>();
  formatter->add_flag<HarmlessMessage>('v').set_pattern("%H:%M:%S %l %v");
  spdlog::set_formatter(std::move(formatter));
}

}  // namespace tertulia
