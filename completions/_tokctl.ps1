# Completion of tokctl for PowerShell.
#
# tokctl itself answers: what its command line declares, and what its store holds, as far as you may see it. It gets the
# words as they stand, carries nothing of them out, quotes what it hands back, and never hands back a secret.

Register-ArgumentCompleter -Native -CommandName 'tokctl' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $words = @()
    foreach ($element in $commandAst.CommandElements) {
        if ($element.Extent.EndOffset -ge $cursorPosition -and $wordToComplete) { break }
        if ($element.Extent.StartOffset -ge $cursorPosition) { break }
        if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
            $words += $element.Value
        } else {
            $words += $element.Extent.Text
        }
    }
    $typed = $wordToComplete -replace '^[''"]|[''"]$', ''

    $program = Get-Command -CommandType Application -Name 'tokctl' -TotalCount 1 -ErrorAction SilentlyContinue
    if (-not $program) { return }
    $lines = @(& $program __complete powershell "=$typed" @words 2>$null)
    if ($lines.Count -eq 0) { return }

    if ($lines[0] -eq 'files') {
        $head = "$($lines[1])"
        [System.Management.Automation.CompletionCompleters]::CompleteFilename($typed.Substring($head.Length)) | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new(
                $head + $_.CompletionText, $_.ListItemText, $_.ResultType, $_.ToolTip)
        }
        return
    }
    $lines | Select-Object -Skip 1 | ForEach-Object {
        $value, $about = $_ -split "`t", 2
        if (-not $about) { $about = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $about)
    }
}
