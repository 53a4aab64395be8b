"""Which findings are settled: accepted by somebody with a reason, or older than a baseline. They stay in every report."""
