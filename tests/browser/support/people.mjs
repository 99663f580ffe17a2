// Who can sign in to the demonstration: one for each role, as `portal-server demo` makes and prints them.
const password = "northwind-demo";

/** Orders for the customer SAVEA and sees all of its orders. */
export const representative = { email: "contact@savea.example", password };

/** Orders for the customer ERNSH and sees the own orders only. */
export const authorizedUser = { email: "contact@ernsh.example", password };

/** Belongs to the supplier and sees everything. */
export const administrator = { email: "admin@northwind.example", password };
