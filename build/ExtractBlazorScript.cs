using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Copies blazor.web.js out of Microsoft.AspNetCore.Components.Endpoints.dll, where it is an embedded resource.
/// MSBuild compiles this file itself (BlazorScript.targets), so it uses old, plain C#.
/// </summary>
public sealed class ExtractBlazorScript : Task
{
    // The first bytes of the script. A resource is stored as its length (little-endian int32), then its bytes.
    private static readonly byte[] Opening = Encoding.ASCII.GetBytes("!function(){\"use strict\"");

    [Required]
    public string Assembly { get; set; }

    [Required]
    public string Sha256 { get; set; }

    [Required]
    public string Output { get; set; }

    public override bool Execute()
    {
        byte[] assembly = File.ReadAllBytes(Assembly);
        int start = Find(assembly);
        if (start < 0)
        {
            Log.LogError("blazor.web.js is not inside " + Assembly);
            return false;
        }

        byte[] script = new byte[BitConverter.ToInt32(assembly, start - sizeof(int))];
        Array.Copy(assembly, start, script, 0, script.Length);
        if (HashOf(script) != Sha256)
        {
            Log.LogError("blazor.web.js inside " + Assembly + " is not the one that was tested");
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Output));
        File.WriteAllBytes(Output, script);
        return true;
    }

    private static int Find(byte[] assembly)
    {
        for (int start = sizeof(int); start <= assembly.Length - Opening.Length; start++)
        {
            int same = 0;
            while (same < Opening.Length && assembly[start + same] == Opening[same])
                same++;
            if (same == Opening.Length)
                return start;
        }
        return -1;
    }

    private static string HashOf(byte[] script)
    {
        using (SHA256 sha = SHA256.Create())
            return BitConverter.ToString(sha.ComputeHash(script)).Replace("-", "").ToLowerInvariant();
    }
}
