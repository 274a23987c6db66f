package org.shuqi.sheet.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads a workbook row by row, once it has been looked through. */
final class Xlsx {

    private final Limits limits;
    private final Lines lines;

    Xlsx(Limits limits) {
        this.limits = limits;
        this.lines = new Lines(limits);
    }

    Book read(byte[] file) {
        var merged = new Inspection(limits).of(file);
        var sheets = new ArrayList<Sheet>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
            var parts = SheetParts.of(file);
            for (var sheet : book.getSheets().toList()) {
                sheets.add(read(sheet, merged, parts));
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof org.shuqi.problem.Refusal refusal ? refusal : Inspection.refused(e);
        }
        return new Book(sheets, Optional.empty());
    }

    private Sheet read(org.dhatim.fastexcel.reader.Sheet sheet, Map<String, List<Area>> merged, List<String> parts)
            throws IOException {
        if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
            return new Sheet(sheet.getName(), true, List.of(), List.of());
        }
        try (var rows = sheet.openStream()) {
            rows.forEach(row -> {
                for (var cell : row) {
                    if (cell != null) {
                        note(sheet.getName(), cell);
                    }
                }
                lines.end(row.getRowNum() - 1);
            });
        }
        var part = sheet.getIndex() < parts.size() ? parts.get(sheet.getIndex()) : "";
        return new Sheet(sheet.getName(), false, lines.taken(), merged.getOrDefault(part, List.of()));
    }

    private void note(String sheet, Cell cell) {
        var raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        var column = cell.getColumnIndex();
        switch (cell.getType()) {
            case STRING -> lines.cell(sheet, column, cell.getText(), Sort.TEXT);
            case BOOLEAN ->
                lines.cell(sheet, column, raw.equals("1") ? "true" : raw.equals("0") ? "false" : raw, Sort.TRUTH);
            case FORMULA -> lines.cell(sheet, column, raw, Sort.FORMULA);
            case ERROR -> lines.cell(sheet, column, raw.isEmpty() ? "#" : raw, Sort.FAULT);
            case NUMBER -> number(sheet, cell);
            case EMPTY -> {
                // formatted, but without content
            }
        }
    }

    private void number(String sheet, Cell cell) {
        if (isDate(cell)) {
            var at = cell.asDate();
            var day = at.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? at.toLocalDate().toString()
                    : at.toString();
            lines.cell(sheet, cell.getColumnIndex(), day, Sort.DATE);
        } else {
            var plain = cell.asNumber().stripTrailingZeros().toPlainString();
            lines.cell(sheet, cell.getColumnIndex(), plain, Sort.NUMBER);
        }
    }

    /** Source: ECMA-376 Part 1, 18.8.30, the built-in formats; others by the letters of their pattern. */
    private static boolean isDate(Cell cell) {
        if (cell.getType() != CellType.NUMBER || cell.getDataFormatId() == null) {
            return false;
        }
        int id = cell.getDataFormatId();
        if (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58) {
            return true;
        }
        var pattern = cell.getDataFormatString();
        if (id < 164 || pattern == null) {
            return false;
        }
        var bare = pattern.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "");
        return bare.matches("(?i).*[ymdh].*") && !bare.matches("(?i).*(general|[#0?]).*");
    }
}
