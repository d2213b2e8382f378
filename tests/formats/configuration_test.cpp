// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/configuration/configuration.h"

#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "firmware/formats/configuration/credentials.h"
#include "tests/support/scratch_folder.h"

namespace tertulia::formats {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Configuration read(std::string_view text) {
  auto configuration = parse_configuration(text, "/etc/tertulia/tertulia.toml");
  EXPECT_TRUE(configuration.ok()) << configuration.error().message;
  return configuration.ok() ? std::move(configuration).value() : Configuration{};
}

std::string complaint_about(std::string_view text) {
  const auto configuration = parse_configuration(text, "tertulia.toml");
  return configuration.ok() ? "" : configuration.error().message;
}

const std::filesystem::path kShipped = std::filesystem::path(TERTULIA_SOURCE_DIR) / "config/tertulia.toml";

// The shipped file with the mark taken off every setting; "# " begins an explanation.
std::string shipped_without_marks() {
  std::ifstream file(kShipped);
  std::string text;
  for (std::string line; std::getline(file, line);) {
    const bool setting = line.size() > 1 && line[0] == '#' && line[1] != ' ';
    text += (setting ? line.substr(1) : line) + "\n";
  }
  return text;
}

std::set<std::string> keys_in(const std::string& text) {
  std::set<std::string> keys;
  std::istringstream lines(text);
  std::string table;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '[') {
      const auto start = line.find_first_not_of('[');
      table = line.substr(start, line.find(']') - start);
    } else {
      keys.insert(table + "." + line.substr(0, line.find(' ')));
    }
  }
  return keys;
}

class Folder : public ScratchFolder {
 public:
  std::filesystem::path write(const std::string& text, mode_t mode) const {
    const auto path = ScratchFolder::write("credentials", text);
    ::chmod(path.c_str(), mode);
    return path;
  }
};

TEST(configuration, an_empty_file_means_the_defaults) { EXPECT_EQ(read(""), Configuration{}); }

TEST(configuration, the_shipped_file_changes_nothing) {
  const auto shipped = read_configuration(kShipped);
  ASSERT_TRUE(shipped.ok()) << shipped.error().message;
  EXPECT_EQ(shipped.value(), Configuration{});
}

TEST(configuration, the_shipped_file_without_comment_marks_says_the_defaults) {
  EXPECT_EQ(read(shipped_without_marks()), Configuration{});
}

TEST(configuration, every_key_stands_in_the_shipped_file_and_no_other) {
  const auto known = configuration_keys();
  EXPECT_EQ(keys_in(shipped_without_marks()), std::set<std::string>(known.begin(), known.end()));
}

TEST(configuration, a_key_changes_its_setting_and_no_other) {
  Configuration expected;
  expected.kiosk.idle_seconds = 90;
  EXPECT_EQ(read("[kiosk]\nidle_seconds = 90\n"), expected);
  expected.kiosk.spoken_prompts = true;
  EXPECT_EQ(read("[kiosk]\nidle_seconds = 90\nspoken_prompts = true\n"), expected);
}

TEST(configuration, screens_of_the_file_replace_the_built_in_ones) {
  const auto screens = read("[[screens]]\nrole = \"door\"\nroom = \"verde\"\n").screens;
  ASSERT_EQ(screens.size(), 1U);
  EXPECT_EQ(screens[0].role, Role::kDoor);
  EXPECT_EQ(screens[0].room, "verde");
  EXPECT_FALSE(screens[0].x.has_value());
}

TEST(configuration, each_screen_has_a_look_of_its_own) {
  const auto screens =
      read("[[screens]]\ntheme = \"contrast\"\ntext_scale = 1.25\n[[screens]]\ntext_scale = 1\n").screens;
  ASSERT_EQ(screens.size(), 2U);
  EXPECT_EQ(screens[0].theme, ScreenTheme::kContrast);
  EXPECT_DOUBLE_EQ(screens[0].text_scale, 1.25);
  EXPECT_EQ(screens[1].theme, ScreenTheme::kByRole);
  EXPECT_DOUBLE_EQ(screens[1].text_scale, 1);
  EXPECT_THAT(complaint_about("[[screens]]\ntext_scale = 2\n"), HasSubstr("a number from 1.0 to 1.5"));
  EXPECT_THAT(complaint_about("[[screens]]\ntext_scale = \"1.2\"\n"), HasSubstr("a number from 1.0 to 1.5"));
  EXPECT_THAT(complaint_about("[[screens]]\ntheme = \"dark\"\n"),
              HasSubstr("\"paper\", \"night\", \"contrast\""));
}

TEST(configuration, a_room_display_may_ring_and_no_other_screen) {
  EXPECT_FALSE(read("[[screens]]\nrole = \"room\"\n").screens[0].chime);
  EXPECT_TRUE(read("[[screens]]\nrole = \"room\"\nchime = true\n").screens[0].chime);
  for (const char* screen :
       {"role = \"kiosk\"", "role = \"door\"", "role = \"moderator\"", "role = \"room\"\nshows = \"day\""})
    EXPECT_THAT(complaint_about("[[screens]]\nchime = true\n" + std::string(screen)),
                AllOf(HasSubstr("tertulia.toml, line 2"), HasSubstr("'chime'"), HasSubstr("role = \"room\"")))
        << screen;
  EXPECT_EQ(complaint_about("[[screens]]\nrole = \"kiosk\"\nchime = false\n"), "");
  EXPECT_THAT(complaint_about("[[screens]]\nrole = \"room\"\nchime = \"yes\"\n"), HasSubstr("true or false"));
}

TEST(configuration, a_kiosk_may_have_questionnaires_of_its_own_and_no_other_screen) {
  EXPECT_TRUE(read("[[screens]]\n").screens[0].forms.empty());
  EXPECT_THAT(read("[[screens]]\nforms = [\"pulse\", \"full\"]\n").screens[0].forms,
              ElementsAre("pulse", "full"));
  for (const char* role : {"room", "door", "moderator"})
    EXPECT_THAT(
        complaint_about("[[screens]]\nforms = [\"pulse\"]\nrole = \"" + std::string(role) + "\""),
        AllOf(HasSubstr("tertulia.toml, line 2"), HasSubstr("'forms'"), HasSubstr("role = \"kiosk\"")))
        << role;
  EXPECT_EQ(complaint_about("[[screens]]\nrole = \"room\"\nforms = []\n"), "");
}

TEST(configuration, a_relative_path_starts_at_the_folder_of_the_file) {
  EXPECT_EQ(read("[visit]\npack = \"lisbon.visit\"\n").visit.pack, "/etc/tertulia/lisbon.visit");
  EXPECT_EQ(read("[visit]\npack = \"/srv/lisbon\"\n").visit.pack, "/srv/lisbon");
}

TEST(configuration, an_empty_path_stays_empty) {
  EXPECT_TRUE(read("[broker]\nca_file = \"\"\n").broker.ca_file.empty());
}

TEST(configuration, languages_are_a_list) {
  EXPECT_THAT(read("[kiosk]\nlanguages = [\"ar\", \"am\"]\n").kiosk.languages, ElementsAre("ar", "am"));
}

TEST(configuration, an_unknown_key_is_named_with_its_line_and_the_keys_that_exist) {
  EXPECT_THAT(complaint_about("[kiosk]\nthanks_seconds = 5\nidle_second = 45\n"),
              AllOf(HasSubstr("tertulia.toml, line 3"), HasSubstr("idle_second"), HasSubstr("idle_seconds")));
}

TEST(configuration, an_unknown_table_is_named_with_its_line) {
  EXPECT_THAT(complaint_about("\n[kiosks]\n"), AllOf(HasSubstr("line 2"), HasSubstr("kiosks")));
}

TEST(configuration, a_wrong_type_is_named_with_its_line_and_the_right_one) {
  EXPECT_THAT(complaint_about("[broker]\nport = \"1883\"\n"),
              AllOf(HasSubstr("line 2"), HasSubstr("[broker] 'port'"), HasSubstr("from 1 to 65535")));
}

TEST(configuration, an_unknown_word_is_refused_with_the_known_ones) {
  EXPECT_THAT(complaint_about("[[screens]]\nrole = \"kiosque\"\n"),
              AllOf(HasSubstr("line 2"), HasSubstr("\"kiosk\", \"room\", \"door\", \"moderator\"")));
}

TEST(configuration, a_name_that_is_no_topic_level_is_refused) {
  EXPECT_THAT(complaint_about("[device]\nid = \"Sala Magna/1\"\n"), HasSubstr("a-z, 0-9 and '-'"));
}

TEST(configuration, all_mistakes_are_told_at_once) {
  EXPECT_THAT(complaint_about("[broker]\nport = 0\n[log]\nlevel = \"loud\"\n"),
              AllOf(HasSubstr("'port'"), HasSubstr("'level'")));
}

TEST(configuration, bad_syntax_is_named_with_its_line) {
  EXPECT_THAT(complaint_about("[device]\nid = \n"), HasSubstr("tertulia.toml, line 2"));
}

TEST(configuration, a_password_has_no_place_in_it) {
  EXPECT_THAT(complaint_about("[broker]\npassword = \"s3cret\"\n"),
              AllOf(HasSubstr("credentials"), Not(HasSubstr("s3cret"))));
}

TEST(configuration, a_missing_file_is_an_error_that_names_it) {
  const auto configuration = read_configuration("/nowhere/tertulia.toml");
  ASSERT_FALSE(configuration.ok());
  EXPECT_THAT(configuration.error().message, HasSubstr("/nowhere/tertulia.toml"));
}

TEST(configuration, without_a_file_is_the_built_in_one) {
  EXPECT_EQ(read_configuration({}).value(), Configuration{});
}

TEST(configuration, decides_before_the_visit_whether_answers_that_were_given_up_are_kept) {
  KioskSettings kiosk;
  Privacy privacy;
  for (const bool keeps : {false, true}) {
    privacy.keep_abandoned = keeps;
    kiosk.abandoned = Abandoned::kVisit;
    EXPECT_EQ(keeps_abandoned(kiosk, privacy), keeps);
    kiosk.abandoned = Abandoned::kKeep;
    EXPECT_TRUE(keeps_abandoned(kiosk, privacy));
    kiosk.abandoned = Abandoned::kDrop;
    EXPECT_FALSE(keeps_abandoned(kiosk, privacy));
  }
}

TEST(configuration, a_folder_is_not_taken_for_an_empty_file) {
  EXPECT_FALSE(read_configuration(TERTULIA_SOURCE_DIR "/config").ok());
}

TEST(configuration, a_role_is_read_back_from_its_word) {
  for (const Role role : {Role::kKiosk, Role::kRoom, Role::kDoor, Role::kModerator}) {
    EXPECT_EQ(role_from(to_text(role)).value(), role);
  }
  EXPECT_FALSE(role_from("cinema").ok());
}

TEST(credentials, a_private_file_is_read) {
  const Folder folder;
  const auto credentials =
      read_credentials(folder.write("username = \"kiosk-1\"\npassword = \" a b\"\n", 0600));
  ASSERT_TRUE(credentials.ok()) << credentials.error().message;
  EXPECT_EQ(credentials.value().username, "kiosk-1");
  EXPECT_EQ(credentials.value().password, " a b");
}

TEST(credentials, a_file_that_others_may_read_is_refused_with_the_cure) {
  const Folder folder;
  for (const mode_t mode : {mode_t{0640}, mode_t{0604}, mode_t{0700}, mode_t{0400}}) {
    const auto credentials = read_credentials(folder.write("username = \"a\"\npassword = \"b\"\n", mode));
    ASSERT_FALSE(credentials.ok()) << mode;
    EXPECT_THAT(credentials.error().message, HasSubstr("chmod 600"));
    folder.write("", 0600);
  }
}

TEST(credentials, no_message_repeats_the_password) {
  const Folder folder;
  const auto credentials = read_credentials(folder.write("username = \"a\"\npassword = s3cret\n", 0600));
  ASSERT_FALSE(credentials.ok());
  EXPECT_THAT(credentials.error().message, AllOf(HasSubstr("credentials:2"), Not(HasSubstr("s3cret"))));
}

TEST(credentials, a_missing_password_is_said) {
  const Folder folder;
  const auto credentials = read_credentials(folder.write("username = \"a\"\n", 0600));
  ASSERT_FALSE(credentials.ok());
  EXPECT_THAT(credentials.error().message, HasSubstr("password = "));
}

}  // namespace
}  // namespace tertulia::formats
