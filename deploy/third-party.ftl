Nightsweep is under the Apache License, Version 2.0 (LICENSE). Its distribution holds the work of others, each under its own
licence. In lib/spark each stands in its own jar, with what its authors put there; lib/nightsweep.jar holds the rest.

What is no library of Maven's own, or holds more than its entry below tells:

  Apache ECharts, with ZRender, a part of the report's page: Apache License 2.0; ZRender: BSD 3-Clause
  Intel oneAPI Math Kernel Library with Intel's OpenMP, native libraries of org.bytedeco:mkl: Intel Simplified Software License
  OpenBLAS, native libraries of org.bytedeco:openblas, on platforms for which there is no MKL: BSD 3-Clause
  libnd4j, native library of org.nd4j:nd4j-native: Apache License 2.0; within it oneDNN: Apache License 2.0
  GCC's runtime libraries (libgcc_s, libgomp; with OpenBLAS also libgfortran, libquadmath) beside them: GPL 3 with the GCC
  Runtime Library Exception

The libraries, as their authors declare:

<#list dependencyMap as entry>
  <#assign project = entry.getKey()/>
  <#assign licenses = entry.getValue()/>
  ${project.groupId}:${project.artifactId}:${project.version}  <#list licenses as license>${license}<#if license_has_next>; </#if></#list>
</#list>
