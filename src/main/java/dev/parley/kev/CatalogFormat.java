package dev.parley.kev;

/** The formats that the catalog is published in. */
enum CatalogFormat {

	CSV, JSON

}
