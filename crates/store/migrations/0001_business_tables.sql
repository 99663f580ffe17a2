-- The business tables. Names and types are those of `schema`, and a test keeps them so; the types are words that
-- SQLite and PostgreSQL share. Keys are text in lower case with hyphens, points in time `YYYY-MM-DDTHH:MM:SSZ`,
-- money whole ten-thousandths, decimal numbers whole units of their last place, yes and no 1 and 0.

-- Counts every change of every row; a row's `versionnumber` is the count of its last change.
CREATE TABLE row_version (
    singleton SMALLINT NOT NULL PRIMARY KEY CHECK (singleton = 1),
    latest BIGINT NOT NULL
);

INSERT INTO row_version (singleton, latest) VALUES (1, 0);

CREATE TABLE cdm_company (
    cdm_companyid TEXT NOT NULL PRIMARY KEY,
    cdm_companycode TEXT NOT NULL,
    cdm_name TEXT,
    versionnumber BIGINT NOT NULL
);

CREATE TABLE transactioncurrency (
    transactioncurrencyid TEXT NOT NULL PRIMARY KEY,
    isocurrencycode TEXT NOT NULL,
    currencyname TEXT NOT NULL,
    currencysymbol TEXT,
    currencyprecision INTEGER NOT NULL,
    exchangerate BIGINT,
    statecode INTEGER NOT NULL,
    versionnumber BIGINT NOT NULL
);

CREATE TABLE uom (
    uomid TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    msdyn_symbol TEXT,
    quantity BIGINT,
    baseuom TEXT REFERENCES uom DEFERRABLE INITIALLY DEFERRED,
    uomscheduleid TEXT,
    isschedulebaseuom SMALLINT,
    msdyn_isbaseunit SMALLINT,
    msdyn_decimalprecision INTEGER,
    msdyn_externalunitclassname TEXT,
    versionnumber BIGINT NOT NULL
);

CREATE TABLE msdyn_shipvia (
    msdyn_shipviaid TEXT NOT NULL PRIMARY KEY,
    msdyn_name TEXT NOT NULL,
    versionnumber BIGINT NOT NULL
);

CREATE TABLE msdyn_termsofdelivery (
    msdyn_termsofdeliveryid TEXT NOT NULL PRIMARY KEY,
    msdyn_termscode TEXT NOT NULL,
    versionnumber BIGINT NOT NULL
);

CREATE TABLE msdyn_paymentterm (
    msdyn_paymenttermid TEXT NOT NULL PRIMARY KEY,
    msdyn_name TEXT NOT NULL,
    versionnumber BIGINT NOT NULL
);

CREATE TABLE pricelevel (
    pricelevelid TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    begindate TEXT,
    enddate TEXT,
    transactioncurrencyid TEXT NOT NULL REFERENCES transactioncurrency DEFERRABLE INITIALLY DEFERRED,
    statecode INTEGER NOT NULL,
    statuscode INTEGER,
    versionnumber BIGINT NOT NULL
);

CREATE TABLE account (
    accountid TEXT NOT NULL PRIMARY KEY,
    accountnumber TEXT,
    name TEXT NOT NULL,
    customertypecode INTEGER,
    msdyn_company TEXT REFERENCES cdm_company DEFERRABLE INITIALLY DEFERRED,
    primarycontactid TEXT,
    msdyn_primarycontact TEXT,
    msdyn_billingaccount TEXT REFERENCES account DEFERRABLE INITIALLY DEFERRED,
    defaultpricelevelid TEXT REFERENCES pricelevel DEFERRABLE INITIALLY DEFERRED,
    transactioncurrencyid TEXT REFERENCES transactioncurrency DEFERRABLE INITIALLY DEFERRED,
    msdyn_paymentterm TEXT REFERENCES msdyn_paymentterm DEFERRABLE INITIALLY DEFERRED,
    creditlimit BIGINT,
    msdyn_creditlimitismandatory SMALLINT,
    msdyn_creditrating TEXT,
    msdyn_onholdstatus INTEGER,
    msdyn_onetimecustomer SMALLINT,
    msdyn_taxexemptnumber TEXT,
    msdyn_identificationnumber TEXT,
    numberofemployees INTEGER,
    description TEXT,
    emailaddress1 TEXT,
    telephone1 TEXT,
    fax TEXT,
    websiteurl TEXT,
    address1_line1 TEXT,
    address1_line2 TEXT,
    address1_line3 TEXT,
    address1_city TEXT,
    address1_stateorprovince TEXT,
    address1_postalcode TEXT,
    address1_country TEXT,
    address1_county TEXT,
    address2_line1 TEXT,
    address2_line2 TEXT,
    address2_line3 TEXT,
    address2_city TEXT,
    address2_stateorprovince TEXT,
    address2_postalcode TEXT,
    address2_country TEXT,
    address2_county TEXT,
    statecode INTEGER NOT NULL,
    createdon TEXT NOT NULL,
    modifiedon TEXT NOT NULL,
    versionnumber BIGINT NOT NULL
);

CREATE TABLE contact (
    contactid TEXT NOT NULL PRIMARY KEY,
    firstname TEXT,
    middlename TEXT,
    lastname TEXT NOT NULL,
    fullname TEXT,
    emailaddress1 TEXT,
    telephone1 TEXT,
    mobilephone TEXT,
    fax TEXT,
    jobtitle TEXT,
    department TEXT,
    address1_line1 TEXT,
    address1_line2 TEXT,
    address1_line3 TEXT,
    address1_city TEXT,
    address1_stateorprovince TEXT,
    address1_postalcode TEXT,
    address1_country TEXT,
    parentcustomerid TEXT,
    parentcustomeridtype TEXT,
    msdyn_company TEXT REFERENCES cdm_company DEFERRABLE INITIALLY DEFERRED,
    msdyn_contactpersonid TEXT,
    msdyn_sellable SMALLINT,
    msdyn_contactforvendor SMALLINT,
    transactioncurrencyid TEXT REFERENCES transactioncurrency DEFERRABLE INITIALLY DEFERRED,
    defaultpricelevelid TEXT REFERENCES pricelevel DEFERRABLE INITIALLY DEFERRED,
    msdyn_language INTEGER,
    statecode INTEGER NOT NULL,
    createdon TEXT NOT NULL,
    modifiedon TEXT NOT NULL,
    versionnumber BIGINT NOT NULL
);

CREATE TABLE product (
    productid TEXT NOT NULL PRIMARY KEY,
    productnumber TEXT NOT NULL,
    msdyn_productnumber TEXT,
    msdyn_itemnumber TEXT,
    name TEXT NOT NULL,
    description TEXT,
    transactioncurrencyid TEXT REFERENCES transactioncurrency DEFERRABLE INITIALLY DEFERRED,
    defaultuomid TEXT REFERENCES uom DEFERRABLE INITIALLY DEFERRED,
    defaultuomscheduleid TEXT,
    pricelevelid TEXT REFERENCES pricelevel DEFERRABLE INITIALLY DEFERRED,
    price BIGINT,
    currentcost BIGINT,
    standardcost BIGINT,
    quantitydecimal INTEGER NOT NULL,
    quantityonhand BIGINT,
    stockweight BIGINT,
    stockvolume BIGINT,
    producttypecode INTEGER,
    productstructure INTEGER,
    msdyn_fieldserviceproducttype INTEGER,
    msdyn_iscatchweight SMALLINT,
    msdyn_isstockedproduct SMALLINT,
    validfromdate TEXT,
    validtodate TEXT,
    statecode INTEGER NOT NULL,
    statuscode INTEGER,
    createdon TEXT NOT NULL,
    modifiedon TEXT NOT NULL,
    versionnumber BIGINT NOT NULL
);

CREATE TABLE productpricelevel (
    productpricelevelid TEXT NOT NULL PRIMARY KEY,
    productid TEXT NOT NULL REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    pricelevelid TEXT NOT NULL REFERENCES pricelevel DEFERRABLE INITIALLY DEFERRED,
    uomid TEXT NOT NULL REFERENCES uom DEFERRABLE INITIALLY DEFERRED,
    uomscheduleid TEXT,
    amount BIGINT,
    percentage BIGINT,
    pricingmethodcode INTEGER,
    quantitysellingcode INTEGER,
    roundingpolicycode INTEGER,
    roundingoptioncode INTEGER,
    roundingoptionamount BIGINT,
    transactioncurrencyid TEXT REFERENCES transactioncurrency DEFERRABLE INITIALLY DEFERRED,
    productidname TEXT,
    productnumber TEXT,
    versionnumber BIGINT NOT NULL
);

CREATE TABLE salesorder (
    salesorderid TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    ordernumber TEXT,
    msdyn_salesordernumber TEXT,
    customerid TEXT NOT NULL,
    customeridtype TEXT NOT NULL,
    customeraccountid TEXT,
    msdyn_invoicecustomerid TEXT,
    msdyn_invoicecustomeridtype TEXT,
    msdyn_contactperson TEXT REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
    msdyn_company TEXT REFERENCES cdm_company DEFERRABLE INITIALLY DEFERRED,
    pricelevelid TEXT NOT NULL REFERENCES pricelevel DEFERRABLE INITIALLY DEFERRED,
    transactioncurrencyid TEXT NOT NULL REFERENCES transactioncurrency DEFERRABLE INITIALLY DEFERRED,
    msdyn_isocurrencycode TEXT,
    msdyn_language INTEGER,
    msdyn_ordertype INTEGER,
    msdyn_isreadytosync SMALLINT NOT NULL,
    msdyn_processingstatus INTEGER,
    statecode INTEGER NOT NULL,
    statuscode INTEGER,
    requestdeliveryby TEXT,
    msdyn_requestedreceiptdate TEXT,
    msdyn_confirmedreceiptdate TEXT,
    msdyn_confirmedshippingdate TEXT,
    msdyn_customerrequisitionnumber TEXT,
    msdyn_customersorderreference TEXT,
    msdyn_quotationnumber TEXT,
    emailaddress TEXT,
    description TEXT,
    shipto_name TEXT,
    shipto_contactname TEXT,
    shipto_telephone TEXT,
    shipto_line1 TEXT,
    shipto_line2 TEXT,
    shipto_line3 TEXT,
    shipto_city TEXT,
    shipto_stateorprovince TEXT,
    shipto_postalcode TEXT,
    shipto_country TEXT,
    shipto_composite TEXT,
    billto_name TEXT,
    billto_line1 TEXT,
    billto_line2 TEXT,
    billto_line3 TEXT,
    billto_city TEXT,
    billto_stateorprovince TEXT,
    billto_postalcode TEXT,
    billto_country TEXT,
    billto_composite TEXT,
    msdyn_deliveryaddressdescription TEXT,
    msdyn_deliveryaddressname TEXT,
    msdyn_deliveryaddresslocationid TEXT,
    msdyn_formatteddeliveryaddress TEXT,
    msdyn_formattedinvoiceaddress TEXT,
    msdyn_isdeliveryaddressorderspecific SMALLINT,
    msdyn_isdeliveryaddressprivate SMALLINT,
    msdyn_deliverymode TEXT REFERENCES msdyn_shipvia DEFERRABLE INITIALLY DEFERRED,
    msdyn_deliveryterms TEXT REFERENCES msdyn_termsofdelivery DEFERRABLE INITIALLY DEFERRED,
    msdyn_paymentterms TEXT REFERENCES msdyn_paymentterm DEFERRABLE INITIALLY DEFERRED,
    msdyn_salesorderpromisingmethod INTEGER,
    msdyn_arepricesincludingsalestax SMALLINT,
    msdyn_issalesprocessingstopped SMALLINT,
    msdyn_isonetimecustomer SMALLINT,
    msdyn_url TEXT,
    totalamount BIGINT,
    totallineitemamount BIGINT,
    totalamountlessfreight BIGINT,
    totaldiscountamount BIGINT,
    totallineitemdiscountamount BIGINT,
    totaltax BIGINT,
    discountamount BIGINT,
    freightamount BIGINT,
    exchangerate BIGINT,
    createdon TEXT NOT NULL,
    modifiedon TEXT NOT NULL,
    versionnumber BIGINT NOT NULL
);

CREATE TABLE salesorderdetail (
    salesorderdetailid TEXT NOT NULL PRIMARY KEY,
    salesorderid TEXT NOT NULL REFERENCES salesorder DEFERRABLE INITIALLY DEFERRED,
    lineitemnumber INTEGER,
    sequencenumber INTEGER,
    productid TEXT REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    isproductoverridden SMALLINT NOT NULL,
    productdescription TEXT,
    productname TEXT,
    salesorderdetailname TEXT,
    description TEXT,
    quantity BIGINT NOT NULL,
    uomid TEXT REFERENCES uom DEFERRABLE INITIALLY DEFERRED,
    priceperunit BIGINT,
    ispriceoverridden SMALLINT,
    manualdiscountamount BIGINT,
    baseamount BIGINT,
    extendedamount BIGINT,
    tax BIGINT,
    volumediscountamount BIGINT,
    msdyn_linediscountamount BIGINT,
    msdyn_linediscountpercentage BIGINT,
    msdyn_multilinediscountamount BIGINT,
    msdyn_multilinediscountpercentage BIGINT,
    msdyn_totalchargesamount BIGINT,
    msdyn_salespricequantity BIGINT,
    quantityshipped BIGINT,
    quantitybackordered BIGINT,
    quantitycancelled BIGINT,
    msdyn_linestatus INTEGER,
    msdyn_islinestopped SMALLINT,
    producttypecode INTEGER NOT NULL,
    requestdeliveryby TEXT,
    msdyn_requestedreceiptdate TEXT,
    msdyn_confirmedreceiptdate TEXT,
    msdyn_confirmedshippingdate TEXT,
    msdyn_linedescription TEXT,
    msdyn_externalitemnumber TEXT,
    shipto_name TEXT,
    shipto_line1 TEXT,
    shipto_line2 TEXT,
    shipto_city TEXT,
    shipto_stateorprovince TEXT,
    shipto_postalcode TEXT,
    shipto_country TEXT,
    msdyn_deliveryaddressdescription TEXT,
    msdyn_deliveryaddressname TEXT,
    msdyn_formatteddeliveryaddress TEXT,
    msdyn_deliverymode TEXT REFERENCES msdyn_shipvia DEFERRABLE INITIALLY DEFERRED,
    msdyn_deliveryterms TEXT REFERENCES msdyn_termsofdelivery DEFERRABLE INITIALLY DEFERRED,
    msdyn_isreadytosync SMALLINT NOT NULL,
    transactioncurrencyid TEXT REFERENCES transactioncurrency DEFERRABLE INITIALLY DEFERRED,
    createdon TEXT NOT NULL,
    modifiedon TEXT NOT NULL,
    versionnumber BIGINT NOT NULL
);

-- The list of orders, newest first: of everybody, of one account, of one person. The key makes places unique,
-- so that the next page begins by a search in the index and not by counting rows.
-- The first one also holds what the list is searched and filtered by, so that a search of everybody's orders reads
-- the index and not the eight times larger table.
CREATE INDEX salesorder_newest ON salesorder (
    createdon DESC, salesorderid, msdyn_processingstatus, msdyn_salesordernumber, msdyn_customerrequisitionnumber,
    msdyn_customersorderreference, shipto_name, shipto_city
);
CREATE INDEX salesorder_of_account ON salesorder (
    customeraccountid, createdon DESC, salesorderid, msdyn_processingstatus
);
CREATE INDEX salesorder_of_person ON salesorder (
    msdyn_contactperson, createdon DESC, salesorderid, msdyn_processingstatus
);
CREATE INDEX salesorder_number ON salesorder (msdyn_salesordernumber COLLATE NOCASE);
-- There is none that begins with the status: with a status in the filter it would be taken instead of those above,
-- for the rows of everybody, and they would have to be sorted.

CREATE INDEX salesorderdetail_of_order ON salesorderdetail (salesorderid, lineitemnumber);

CREATE INDEX contact_of_customer ON contact (parentcustomerid);
CREATE INDEX contact_email ON contact (emailaddress1 COLLATE NOCASE);
CREATE INDEX account_number ON account (accountnumber COLLATE NOCASE);
CREATE INDEX account_name ON account (name COLLATE NOCASE, accountid);

CREATE INDEX product_name ON product (name COLLATE NOCASE, productid);
CREATE INDEX productpricelevel_of_product ON productpricelevel (productid, pricelevelid, uomid);
