# Sources of one target are compiled several at a time where that changes nothing (tools/read_together.py says which),
# since most of a compiler's time goes on what each includes. A group is a file of #include lines in build/…/together/, whose
# paths count from that file: it is the same in every clone, and what one compiled another finds with ccache.
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
      get_source_file_property(own_options ${source} TARGET_DIRECTORY ${target} COMPILE_OPTIONS)
      if(NOT is_generated AND NOT own_options)
        string(APPEND listed "${target} ${source}\n")
      endif()
    endforeach()
    # g++ takes a file that another one reads for a header, and warns of what is harmless in a source.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endforeach()
  file(WRITE ${CMAKE_BINARY_DIR}/sources.txt "${listed}")
  execute_process(COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/read_together.py ${CMAKE_BINARY_DIR}/sources.txt
                  OUTPUT_VARIABLE lines OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE "\n" ";" lines "${lines}")
  set(groups)
  foreach(line IN LISTS lines)
    string(REPLACE " " ";" parts "${line}")
    list(GET parts 0 target)
    list(GET parts 1 group)
    list(GET parts 2 source)
    set(folder ${CMAKE_BINARY_DIR}/together/${target})
    if(NOT group IN_LIST groups)
      list(APPEND groups ${group})
      set(out_${group} ${folder}/${group}.cpp)
      set(text_${group} "// Written by cmake/together.cmake.\n")
      target_sources(${target} PRIVATE ${out_${group}})
    endif()
    file(RELATIVE_PATH path ${folder} ${source})
    string(APPEND text_${group} "#include \"${path}\"\n")
    set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES HEADER_FILE_ONLY ON)
  endforeach()
  foreach(group IN LISTS groups)
    file(CONFIGURE OUTPUT ${out_${group}} CONTENT "${text_${group}}" @ONLY) # written only when it differs
  endforeach()
endfunction()
