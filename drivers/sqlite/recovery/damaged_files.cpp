// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/recovery/damaged_files.h"

#include <array>
#include <filesystem>
#include <system_error>

#include "firmware/files/replace_file.h"

namespace tertulia::sqlite {
namespace {

// The database last: as long as it is there, the work is not done.
constexpr std::array kSuffixes{"-shm", "-wal", ""};

std::string recovered_path(const std::string& path) { return path + ".recovered"; }

std::string free_name(const std::string& path) {
  int number = 1;
  const auto name = [&] { return path + ".corrupt-" + std::to_string(number); };
  while (std::filesystem::exists(name())) ++number;
  return name();
}

Result<std::string> set_aside(const std::string& path) {
  const std::string name = free_name(path);
  for (const char* suffix : kSuffixes) {
    if (std::filesystem::exists(path + suffix)) TRY_DONE(rename_file(path + suffix, name + suffix));
  }
  return name;
}

}  // namespace

std::string suspect_path(const std::string& path) { return path + ".suspect"; }

DamageRule rule_of_recovery(const std::string& path) {
  return {"Restart the appliance: it sets the file aside and recovers what it can.",
          [path] { static_cast<void>(replace_file(suspect_path(path), "damaged\n").ok()); }};
}

std::string recovering_path(const std::string& path) { return path + ".recovering"; }

Result<std::string> copy_aside(const std::string& path) {
  const std::string name = free_name(path);
  std::error_code problem;
  for (const char* suffix : {"", "-wal"})
    if (!problem) std::filesystem::copy_file(path + suffix, name + suffix, problem);
  if (problem)
    return Error{path + " cannot be copied aside (" + problem.message() + "). Free space on the disk."};
  return name;
}

Outcome complete_recovery(const std::string& path) {
  return rename_file(recovering_path(path), recovered_path(path));
}

Result<std::string> replace_by_recovered(const std::string& path) {
  if (!std::filesystem::exists(recovered_path(path))) return std::string();
  TRY(const std::string aside, set_aside(path));
  TRY_DONE(rename_file(recovered_path(path), path));
  return aside;
}

}  // namespace tertulia::sqlite
