// Days are relative to today, so that no test has a date of expiry.

/** The day so many days from now, as a date field wants it. */
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
