-- Notes and attachments of orders; `documentbody` is base64.
CREATE TABLE annotation (
    annotationid TEXT NOT NULL PRIMARY KEY,
    objectid TEXT NOT NULL REFERENCES salesorder DEFERRABLE INITIALLY DEFERRED,
    subject TEXT,
    notetext TEXT,
    filename TEXT,
    mimetype TEXT,
    filesize INTEGER,
    isdocument SMALLINT,
    documentbody TEXT,
    msdyn_restriction INTEGER NOT NULL,
    createdon TEXT NOT NULL,
    modifiedon TEXT NOT NULL,
    versionnumber BIGINT NOT NULL
);
CREATE INDEX annotation_of_order ON annotation (objectid, msdyn_restriction, createdon);

-- The list of all lines also holds what lines are searched and filtered by, so that a search of everybody's lines reads
-- the index and not the table.
DROP INDEX salesorderdetail_placed;
CREATE INDEX salesorderdetail_placed ON salesorderdetail (
    createdon, salesorderdetailid, salesorderid, productid, msdyn_linestatus
);
-- The orders that contain a product.
CREATE INDEX salesorderdetail_of_product ON salesorderdetail (productid, salesorderid);
