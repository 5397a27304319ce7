"""Work that is done elsewhere: servers asked safely, jobs followed by their ticket, what comes back made ours."""
