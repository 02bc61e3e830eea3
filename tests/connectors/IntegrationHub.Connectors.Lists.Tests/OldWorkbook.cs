using System.Buffers.Binary;
using System.Text;

namespace IntegrationHub.Connectors.Lists.Tests;

/// <summary>Writes a .xls file of Excel 97: a compound file that holds one stream of records, with one sheet of texts and numbers.</summary>
internal static class OldWorkbook
{
    private const int SectorBytes = 512;
    private const int StreamSectors = 8;

    internal static byte[] Of(string sheet, object[][] rows)
    {
        var globals = new MemoryStream();
        Record(globals, 0x0809, Words(0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 0, 6, 0));
        var start = (int)globals.Length + 4 + 8 + sheet.Length + 4;
        Record(globals, 0x0085, [.. BitConverter.GetBytes(start), 0, 0, (byte)sheet.Length, 0, .. Encoding.Latin1.GetBytes(sheet)]);
        Record(globals, 0x000A, []);
        Assert.Equal(start, globals.Length);
        Record(globals, 0x0809, Words(0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 0, 6, 0));
        Record(globals, 0x0200, Words(0, 0, (ushort)rows.Length, 0, 0, (ushort)rows[0].Length, 0));
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < rows[r].Length; c++)
            {
                byte[] place = Words((ushort)r, (ushort)c, 0);
                if (rows[r][c] is string text)
                {
                    Record(globals, 0x0204, [.. place, .. BitConverter.GetBytes((ushort)text.Length), 1, .. Encoding.Unicode.GetBytes(text)]);
                }
                else
                {
                    Record(globals, 0x0203, [.. place, .. BitConverter.GetBytes((double)rows[r][c])]);
                }
            }
        }

        Record(globals, 0x000A, []);
        return Compound(globals.ToArray());
    }

    private static byte[] Compound(byte[] stream)
    {
        Assert.InRange(stream.Length, 1, StreamSectors * SectorBytes);
        var file = new byte[(3 + StreamSectors) * SectorBytes];
        ReadOnlySpan<byte> head = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        head.CopyTo(file);
        Words(0x003E, 0x0003, 0xFFFE, 9, 6).CopyTo(file, 24);
        Numbers(file, 44, 1, 1, 0, 4096, -2, 0, -2, 0, 0);
        for (var i = 1; i < 109; i++)
        {
            Numbers(file, 76 + (4 * i), -1);
        }

        // The table of sectors: itself, the directory, then the stream's sectors in a row.
        Numbers(file, SectorBytes, -3, -2);
        for (var i = 2; i < SectorBytes / 4; i++)
        {
            Numbers(file, SectorBytes + (4 * i), i < 1 + StreamSectors ? i + 1 : i == 1 + StreamSectors ? -2 : -1);
        }

        Entry(file, 0, "Root Entry", 5, child: 1, -2, 0);
        Entry(file, 1, "Workbook", 2, child: -1, 2, StreamSectors * SectorBytes);
        stream.CopyTo(file, 3 * SectorBytes);
        return file;
    }

    private static void Entry(byte[] file, int index, string name, byte kind, int child, int sector, int size)
    {
        var at = (2 * SectorBytes) + (128 * index);
        Encoding.Unicode.GetBytes(name).CopyTo(file, at);
        file[at + 64] = (byte)((name.Length + 1) * 2);
        file[at + 66] = kind;
        file[at + 67] = 1;
        Numbers(file, at + 68, -1, -1, child);
        Numbers(file, at + 116, sector, size);
    }

    private static void Record(Stream stream, ushort id, byte[] body)
    {
        stream.Write(Words(id, (ushort)body.Length));
        stream.Write(body);
    }

    private static void Numbers(byte[] file, int at, params int[] numbers)
    {
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), number);
            at += 4;
        }
    }

    private static byte[] Words(params ushort[] words) => [.. words.SelectMany(BitConverter.GetBytes)];
}
