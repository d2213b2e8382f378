# SPDX-License-Identifier: Apache-2.0
# Libraries of the system, each as one imported target whose headers count as system headers.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(date REQUIRED)
find_package(nlohmann_json REQUIRED)

# system_library(target pkg): wraps a pkg-config module.
function(system_library target module)
  pkg_check_modules(${target} REQUIRED IMPORTED_TARGET GLOBAL ${module})
  add_library(${target}::lib ALIAS PkgConfig::${target})
endfunction()

system_library(sodium libsodium)
system_library(utf8proc libutf8proc)
if(NOT TERTULIA_CORE_ONLY)
  system_library(sdl2 sdl2)
  system_library(x11 x11)
  system_library(harfbuzz harfbuzz)
  system_library(fribidi fribidi)
  system_library(freetype freetype2)
  system_library(unibreak libunibreak)
  system_library(libpng libpng)
  system_library(pcre2 libpcre2-8)
  system_library(libdrm libdrm)
  system_library(evdev libevdev)
  system_library(mosquitto libmosquitto)
  system_library(crypto libcrypto)
  system_library(ssl libssl)
  system_library(qrencode libqrencode)
  system_library(sqlite sqlite3)
  system_library(pq libpq)
  system_library(ical libical)
  system_library(jpeg libjpeg)
  system_library(rsvg librsvg-2.0)
  system_library(zip libzip)
  system_library(xml2 libxml-2.0)
  system_library(xlsxwriter xlsxwriter)
  system_library(seccomp libseccomp)
  find_package(tomlplusplus REQUIRED)
  find_package(CLI11 REQUIRED)
  find_package(fmt REQUIRED)
  find_package(spdlog REQUIRED)
  # pkg-config's imgui pulls the shared stb; its font builder needs two functions of it, so link the static one.
  find_path(IMGUI_INCLUDE_DIR imgui.h PATH_SUFFIXES imgui REQUIRED)
  find_library(IMGUI_LIBRARY imgui REQUIRED)
  find_library(STB_LIBRARY NAMES libstb.a stb REQUIRED)
  add_library(imgui::lib UNKNOWN IMPORTED GLOBAL)
  set_target_properties(imgui::lib PROPERTIES
    IMPORTED_LOCATION "${IMGUI_LIBRARY}"
    INTERFACE_LINK_LIBRARIES "${STB_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${IMGUI_INCLUDE_DIR}"
    INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${IMGUI_INCLUDE_DIR}")
endif()
