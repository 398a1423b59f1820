<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- What Qt's own Chinese lacks. Compiled by: pyside6-lrelease qt_zh_CN.ts -->
<TS version="2.1" language="zh_CN">
<context>
    <name>QFileDialog</name>
    <message><source>&amp;Look in:</source><translation>查找范围(&amp;L)：</translation></message>
    <message><source>Files of &amp;type:</source><translation>文件类型(&amp;T)：</translation></message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message><source>Folder</source><translation>文件夹</translation></message>
    <message><source>File</source><translation>文件</translation></message>
    <message><source>File Folder</source><translation>文件夹</translation></message>
    <message><source>%1 File</source><translation>%1 文件</translation></message>
    <message><source>Drive</source><translation>磁盘</translation></message>
    <message><source>Alias</source><translation>替身</translation></message>
    <message><source>Shortcut</source><translation>快捷方式</translation></message>
    <message><source>Unknown</source><translation>未知</translation></message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message><source>Duplex Printing</source><translation>双面打印</translation></message>
    <message><source>None</source><translation>单面</translation></message>
    <message><source>Long side</source><translation>长边翻转</translation></message>
    <message><source>Short side</source><translation>短边翻转</translation></message>
</context>
</TS>
