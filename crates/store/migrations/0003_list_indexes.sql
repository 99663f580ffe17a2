-- What the lists of orders and of lines are searched by. A page of a list is one stretch of an index: the rows of
-- everybody or of one account, in the sequence that was asked for, with the key behind it that makes places unique.
-- All are kept ascending and read backwards for a descending list, so that one index does for both directions; the
-- portal lets the key go in the direction of the list.
--
-- Each index is one more entry to write for every new row. They are entered in memory within the transaction that the
-- order waits for anyway, whose price is bringing it to the disk. What changes often (the status) stands in as few of
-- them as possible.

-- The account of a line's order. Without it the lines of one customer would have to be collected from all of its orders
-- and sorted, for every page.
ALTER TABLE salesorderdetail ADD COLUMN customeraccountid TEXT REFERENCES account DEFERRABLE INITIALLY DEFERRED;
UPDATE salesorderdetail SET customeraccountid =
    (SELECT o.customeraccountid FROM salesorder o WHERE o.salesorderid = salesorderdetail.salesorderid);

DROP INDEX salesorder_newest;
DROP INDEX salesorder_of_account;
DROP INDEX salesorder_of_person;
DROP INDEX salesorder_number;

-- By the day of placing, the usual sequence: of everybody, of one account, of one person. The first one also holds what
-- the list is searched and filtered by, so that a search of everybody's orders reads the index and not the eight times
-- larger table. The others hold the status, for counting by it and filtering without a look at the rows.
CREATE INDEX salesorder_placed ON salesorder (
    createdon, salesorderid, msdyn_processingstatus, msdyn_requestedreceiptdate, msdyn_confirmedreceiptdate,
    msdyn_salesordernumber, msdyn_customerrequisitionnumber, msdyn_customersorderreference, shipto_name, shipto_city
);
CREATE INDEX salesorder_of_account_placed ON salesorder (
    customeraccountid, createdon, salesorderid, msdyn_processingstatus
);
CREATE INDEX salesorder_of_person_placed ON salesorder (
    msdyn_contactperson, createdon, salesorderid, msdyn_processingstatus
);
-- Other sequences of one person are sorted when they are asked for: nobody places more orders than can be sorted.

-- By the number; also for finding one, and for the orders without.
CREATE INDEX salesorder_number ON salesorder (msdyn_salesordernumber COLLATE NOCASE, salesorderid);
CREATE INDEX salesorder_of_account_number ON salesorder (
    customeraccountid, msdyn_salesordernumber COLLATE NOCASE, salesorderid
);
-- By the days of delivery; what is late is looked for along these.
CREATE INDEX salesorder_requested ON salesorder (msdyn_requestedreceiptdate, salesorderid);
CREATE INDEX salesorder_of_account_requested ON salesorder (
    customeraccountid, msdyn_requestedreceiptdate, salesorderid
);
CREATE INDEX salesorder_confirmed ON salesorder (msdyn_confirmedreceiptdate, salesorderid);
CREATE INDEX salesorder_of_account_confirmed ON salesorder (
    customeraccountid, msdyn_confirmedreceiptdate, salesorderid
);
-- By the amount.
CREATE INDEX salesorder_total ON salesorder (totalamount, salesorderid);
CREATE INDEX salesorder_of_account_total ON salesorder (customeraccountid, totalamount, salesorderid);
-- By the customer's own numbers.
CREATE INDEX salesorder_requisition ON salesorder (
    msdyn_customerrequisitionnumber COLLATE NOCASE, salesorderid
);
CREATE INDEX salesorder_of_account_requisition ON salesorder (
    customeraccountid, msdyn_customerrequisitionnumber COLLATE NOCASE, salesorderid
);
CREATE INDEX salesorder_reference ON salesorder (msdyn_customersorderreference COLLATE NOCASE, salesorderid);
CREATE INDEX salesorder_of_account_reference ON salesorder (
    customeraccountid, msdyn_customersorderreference COLLATE NOCASE, salesorderid
);
-- By the destination.
CREATE INDEX salesorder_ship_to ON salesorder (shipto_name COLLATE NOCASE, salesorderid);
CREATE INDEX salesorder_of_account_ship_to ON salesorder (
    customeraccountid, shipto_name COLLATE NOCASE, salesorderid
);
CREATE INDEX salesorder_city ON salesorder (shipto_city COLLATE NOCASE, salesorderid);
CREATE INDEX salesorder_of_account_city ON salesorder (
    customeraccountid, shipto_city COLLATE NOCASE, salesorderid
);
-- By the last change; every open list asks once a minute for what is newer.
CREATE INDEX salesorder_changed ON salesorder (modifiedon, salesorderid);
CREATE INDEX salesorder_of_account_changed ON salesorder (customeraccountid, modifiedon, salesorderid);

-- The figures above everybody's list: how many orders and what they cost, for each status. It begins with the currency,
-- by which nothing is filtered: one that began with the status would be taken for a list that is filtered by it, which
-- would then have to be sorted.
CREATE INDEX salesorder_figures ON salesorder (transactioncurrencyid, msdyn_processingstatus, totalamount);

-- The lines of an order, with what lines are counted by: what is open, what is late.
DROP INDEX salesorderdetail_of_order;
CREATE INDEX salesorderdetail_of_order ON salesorderdetail (
    salesorderid, lineitemnumber, msdyn_linestatus, msdyn_requestedreceiptdate, msdyn_confirmedreceiptdate
);

-- The list of all lines, of everybody and of one account.
CREATE INDEX salesorderdetail_placed ON salesorderdetail (createdon, salesorderdetailid);
CREATE INDEX salesorderdetail_of_account_placed ON salesorderdetail (
    customeraccountid, createdon, salesorderdetailid
);
CREATE INDEX salesorderdetail_requested ON salesorderdetail (msdyn_requestedreceiptdate, salesorderdetailid);
CREATE INDEX salesorderdetail_of_account_requested ON salesorderdetail (
    customeraccountid, msdyn_requestedreceiptdate, salesorderdetailid
);
CREATE INDEX salesorderdetail_confirmed ON salesorderdetail (msdyn_confirmedreceiptdate, salesorderdetailid);
CREATE INDEX salesorderdetail_of_account_confirmed ON salesorderdetail (
    customeraccountid, msdyn_confirmedreceiptdate, salesorderdetailid
);
CREATE INDEX salesorderdetail_quantity ON salesorderdetail (quantity, salesorderdetailid);
CREATE INDEX salesorderdetail_of_account_quantity ON salesorderdetail (
    customeraccountid, quantity, salesorderdetailid
);
CREATE INDEX salesorderdetail_amount ON salesorderdetail (extendedamount, salesorderdetailid);
CREATE INDEX salesorderdetail_of_account_amount ON salesorderdetail (
    customeraccountid, extendedamount, salesorderdetailid
);
