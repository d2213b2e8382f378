# SPDX-License-Identifier: Apache-2.0
# One place for compiler flags. Every target of ours links tertulia_flags.
add_library(tertulia_flags INTERFACE)
target_include_directories(tertulia_flags INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(tertulia_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast -Werror)

if(TERTULIA_SANITIZE)
  add_compile_options(-fsanitize=${TERTULIA_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${TERTULIA_SANITIZE})
endif()

# What one clone has compiled serves another: paths count as seen from the folder of the sources.
find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${CCACHE}")
endif()

# The usual linker takes seconds for each of some eighty programs with debug information. What is shipped has the usual one.
find_program(LLD ld.lld)
if(LLD AND CMAKE_BUILD_TYPE STREQUAL "Debug")
  add_link_options(-fuse-ld=lld)
endif()

# compile_by_folder(target SOURCE ...): CMAKE_UNITY_BUILD compiles the sources of one folder together, at most twelve.
# Compiling together halves what the test run compiles and what clang-tidy reads. A proof of tests/release compiles each
# by itself: none leans on a neighbour's headers.
function(compile_by_folder target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
  foreach(source IN LISTS ARGN)
    cmake_path(GET source PARENT_PATH folder)
    string(MAKE_C_IDENTIFIER "in_${folder}" folder)
    math(EXPR count_${folder} "${count_${folder}} + 1")  # none yet is 0
    math(EXPR batch "(${count_${folder}} - 1) / 12")
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP "${folder}_${batch}")
  endforeach()
endfunction()

# alone(SOURCE ...): sources that are compiled by themselves: a name of their own, or one of a foreign header of theirs,
# is used by a neighbour in their folder as well.
function(alone)
  set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# tertulia_library(name SOURCES ... LIBRARIES ...): one static library per folder.
# LIBRARIES is what its headers need; PRIVATE_LIBRARIES what only its sources need.
function(tertulia_library name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LIBRARIES;PRIVATE_LIBRARIES")
  add_library(${name} STATIC ${ARG_SOURCES})
  compile_by_folder(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC tertulia_flags ${ARG_LIBRARIES} PRIVATE ${ARG_PRIVATE_LIBRARIES})
endfunction()

# tertulia_headers(name LIBRARIES ...): a folder that has only headers.
function(tertulia_headers name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "LIBRARIES")
  add_library(${name} INTERFACE)
  target_link_libraries(${name} INTERFACE tertulia_flags ${ARG_LIBRARIES})
endfunction()
