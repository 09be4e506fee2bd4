package io.clearhold.gateway.console;

/** An object of the contract as it is, without more. */
record ObjectPage(String name, String operation) implements ConsolePage.Content {
    @Override
    public String title(Visit visit) {
        return name + " " + visit.parameter();
    }

    @Override
    public void write(Visit visit) throws InterruptedException {
        Facts.write(visit.get(operation, visit.parameter()), visit.content());
    }
}
