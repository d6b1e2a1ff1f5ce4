/** The largest body that is read, in bytes; ServiceProviderConfig says so of bulk requests. */
export const maxBodyBytes = 1024 * 1024

/** The most operations in one bulk request; ServiceProviderConfig says so too. */
export const maxBulkOperations = 1000
