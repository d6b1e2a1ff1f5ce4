/** Where the simulator stands in step 5; an address that ends with it scrolls there. */
export const simulatorAnchor = 'simulator'
