# Sources of one target are compiled several at a time where that changes nothing (tools/read_together.py says which),
# since most of a compiler's time goes on what each includes.
#   probity_read_together(TARGET)  marks a target
#   probity_group_sources()        at the end: asks once for all that are marked
# For work on one file at a time: cmake --preset release -DPROBITY_READ_TOGETHER=OFF
option(PROBITY_READ_TOGETHER "Compile sources of one target several at a time" ON)
find_package(Python3 REQUIRED COMPONENTS Interpreter)

function(probity_read_together target)
  set_property(GLOBAL APPEND PROPERTY PROBITY_READ_TOGETHER ${target})
endfunction()

function(probity_group_sources)
  get_property(targets GLOBAL PROPERTY PROBITY_READ_TOGETHER)
  if(NOT PROBITY_READ_TOGETHER OR NOT targets)
    return()
  endif()
  set(listed "")
  foreach(target IN LISTS targets)
    get_target_property(sources ${target} SOURCES)
    get_target_property(folder ${target} SOURCE_DIR)
    foreach(source IN LISTS sources)
      get_filename_component(source ${source} ABSOLUTE BASE_DIR ${folder})
      cmake_path(IS_PREFIX CMAKE_BINARY_DIR ${source} is_generated)
      if(NOT is_generated)
        string(APPEND listed "${target} ${source}\n")
      endif()
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    # g++ takes a file that another one reads for a header, and warns of what is harmless in a source.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endforeach()
  file(WRITE ${CMAKE_BINARY_DIR}/sources.txt "${listed}")
  execute_process(COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/read_together.py ${CMAKE_BINARY_DIR}/sources.txt
                  OUTPUT_VARIABLE lines OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE "\n" ";" lines "${lines}")
  foreach(line IN LISTS lines)
    string(REPLACE " " ";" parts "${line}")
    list(GET parts 0 target)
    list(GET parts 1 group)
    list(GET parts 2 source)
    set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP ${group})
  endforeach()
endfunction()
